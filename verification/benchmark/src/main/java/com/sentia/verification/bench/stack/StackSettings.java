package com.sentia.verification.bench.stack;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import com.sentia.verification.bench.DatabaseAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a running stack is, and what every benchmark of one is told.
 *
 * @param kafka bootstrap servers
 * @param registry base address of the Confluent-compatible API
 * @param api base address of the query API
 * @param webhooks where the webhook gateway takes the shops' webhooks
 * @param webhookSecret what they are signed with
 * @param owner owns the tables
 * @param writer whom the sink signs in as
 * @param isQuick too short for its figures to count
 */
public record StackSettings(
        String kafka,
        URI registry,
        URI api,
        URI webhooks,
        Secret webhookSecret,
        DatabaseAccess owner,
        DatabaseAccess writer,
        boolean isQuick,
        Machine machine,
        Optional<Path> reportFile) {

    /** Reads its keys; the caller finishes the settings. */
    public static StackSettings from(Settings settings) {
        return new StackSettings(
                settings.text("kafka.bootstrap.servers"),
                settings.uri("registry.url"),
                settings.uri("api.url"),
                settings.uri("webhooks.url"),
                settings.secret("webhooks.secret"),
                DatabaseAccess.from(settings, "owner"),
                DatabaseAccess.from(settings, "writer"),
                settings.flag("quick", false),
                Machine.from(settings),
                settings.optionalPath("report.file"));
    }
}
