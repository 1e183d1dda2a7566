package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Kafka Streams service that makes canonical facts of raw records. */
final class NormalizerPart implements Part {
    private static final int HEAP_MB = 192;
    private static final int THREADS = 2;

    private final Stack stack;
    private final String regions;

    /** @param regions {@code shop=region}, joined by commas */
    NormalizerPart(Stack stack, String regions) {
        this.stack = stack;
        this.regions = regions;
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
        Map<String, String> values = new TreeMap<>(DeclaredHooks.settings(stack));
        values.put("kafka.bootstrap.servers", stack.kafka());
        values.put("registry.url", stack.registryUrl());
        values.put("state.dir", stack.home().state(name()).resolve("streams").toString());
        values.put("health.port", Integer.toString(stack.ports().number(Port.NORMALIZER_HEALTH)));
        values.put("stream.threads", Integer.toString(THREADS));
        values.put("business.currency", stack.business().currency());
        values.put("regions", regions);
        Path settings = SettingsFile.write(stack.home().settings().resolve("normalizer.properties"), values);
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .optimised()
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
