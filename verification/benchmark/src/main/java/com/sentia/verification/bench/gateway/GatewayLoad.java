package com.sentia.verification.bench.gateway;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the benchmark of the gateway is told.
 *
 * @param kafka bootstrap servers
 * @param webhooks where the gateway takes Shopify's webhooks
 * @param secret what they are signed with
 * @param rate genuine webhooks a second
 * @param flood forged ones a second
 * @param seconds how long each part lasts
 * @param isQuick too short for its figures to count
 */
record GatewayLoad(
        String kafka,
        URI webhooks,
        Secret secret,
        int rate,
        int flood,
        int seconds,
        boolean isQuick,
        Machine machine,
        Optional<Path> reportFile) {
    private static final int MOST_A_SECOND = 100_000;
    private static final int LONGEST = 600;

    /** @throws com.sentia.settings.SettingsException naming every problem */
    static GatewayLoad from(Settings settings) {
        GatewayLoad read = new GatewayLoad(
                settings.text("kafka.bootstrap.servers"),
                settings.uri("webhooks.url"),
                settings.secret("webhooks.secret"),
                settings.integer("rate", 1, MOST_A_SECOND, 5_000),
                settings.integer("flood", 1, MOST_A_SECOND, 5_000),
                settings.integer("seconds", 1, LONGEST, 30),
                settings.flag("quick", false),
                Machine.from(settings),
                settings.optionalPath("report.file"));
        settings.finish();
        return read;
    }
}
