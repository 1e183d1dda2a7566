package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Connect worker, with exactly-once sources. */
final class ConnectPart implements Part {
    private static final int HEAP_MB = 256;
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private final Stack stack;

    ConnectPart(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return PartNames.CONNECT;
    }

    @Override
    public Set<String> needs() {
        // It waits for the broker by itself, and takes as long to start.
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        Path settings = SettingsFile.write(stack.home().settings().resolve("connect.properties"), settings());
        Path metrics = stack.distribution().configuration("metrics/connect.yaml");
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .flag(LogConfiguration.flag(stack))
                .flag("-javaagent:" + stack.distribution().metricsAgent() + "="
                        + stack.ports().address(Port.CONNECT_METRICS) + ":" + metrics)
                .reads(settings)
                .reads(metrics)
                .reads(stack.distribution().lib("connect-plugins"))
                .main(
                        stack.distribution(),
                        "kafka",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settings.toString())
                .command();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap.servers", stack.kafka());
        settings.put("group.id", "sentia-connect");
        settings.put("listeners", stack.ports().url(Port.CONNECT));
        settings.put("key.converter", BYTES);
        settings.put("value.converter", BYTES);
        for (String store : new String[] {"config", "offset", "status"}) {
            settings.put(store + ".storage.topic", "connect." + store + "s");
            settings.put(store + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        settings.put("exactly.once.source.support", "enabled");
        settings.put("plugin.path", stack.distribution().lib("connect-plugins").toString());
        // Plugins name themselves; looking through every class of every jar would take ten seconds and 300 MB.
        settings.put("plugin.discovery", "service_load");
        settings.put("config.providers", "secrets");
        settings.put(
                "config.providers.secrets.class", "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
        settings.put(
                "config.providers.secrets.param.allowed.paths",
                // It refuses to start without the folder, which is empty in a stack without a source.
                SecretFiles.folder(stack.home()).toString());
        settings.put("connector.client.config.override.policy", "All");
        settings.put("producer.max.request.size", Integer.toString(8 << 20));
        // A worker that was killed comes back at once: nobody else could take over its tasks.
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("session.timeout.ms", "8000");
        settings.put("heartbeat.interval.ms", "2000");
        settings.put("task.shutdown.graceful.timeout.ms", "4000");
        return settings;
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.ports().url(Port.CONNECT) + "/connectors");
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
