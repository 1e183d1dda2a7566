package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The Kafka Streams service that makes canonical facts of raw records. */
final class NormalizerPart implements Part {
    private static final int HEAP_MB = 192;

    private final Stack stack;

    NormalizerPart(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return PartNames.NORMALIZER;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PartNames.TOPICS);
    }

    @Override
    public Command command() throws IOException {
        Path settings = SettingsFile.write(
                stack.home().settings().resolve("normalizer.properties"),
                Map.of(
                        "kafka.bootstrap.servers", stack.kafka(),
                        "registry.url", stack.registryUrl(),
                        "state.dir",
                                stack.home().state(name()).resolve("streams").toString(),
                        "health.port", Integer.toString(stack.ports().number(Port.NORMALIZER_HEALTH)),
                        "business.currency", Shops.CURRENCY,
                        "regions", Shops.regions()));
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .reads(settings)
                .main(
                        stack.distribution(),
                        "normalizer",
                        "com.sentia.normalizer.Main",
                        "--settings",
                        settings.toString())
                .command();
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.ports().url(Port.NORMALIZER_HEALTH) + "/health/ready");
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
