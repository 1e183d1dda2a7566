package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The broker: one KRaft node, controller and broker in one. */
final class KafkaPart implements Part {
    private static final int NODE = 1;
    private static final int HEAP_MB = 320;
    private static final int PROBE_MS = 3_000;

    private final Stack stack;

    KafkaPart(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return PartNames.KAFKA;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        Path data = stack.home().state(name()).resolve("data");
        KafkaStorage.format(data, NODE);
        Path settings = SettingsFile.write(stack.home().settings().resolve("kafka.properties"), settings(data));
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .flag(LogConfiguration.flag(stack))
                .reads(settings)
                .main(stack.distribution(), "kafka", "kafka.Kafka", settings.toString())
                .command();
    }

    private Map<String, String> settings(Path data) {
        String broker = stack.ports().address(Port.KAFKA);
        String controller = stack.ports().address(Port.KAFKA_CONTROLLER);
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(8 << 20));
        // One node: nothing to replicate to, and one partition of each internal topic is plenty.
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Two index files of this size are laid out for each of some seventy partitions.
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        // A transaction whose writer was killed holds up its readers until it ends.
        settings.put("transaction.max.timeout.ms", "900000");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
        return settings;
    }

    @Override
    public boolean isReady() {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", stack.kafka(),
                "request.timeout.ms", PROBE_MS,
                "default.api.timeout.ms", PROBE_MS);
        if (!TcpProbe.answers(stack.ports().number(Port.KAFKA))) {
            return false;
        }
        Admin admin = Admin.create(client);
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(PROBE_MS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException expected) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            // Without a limit it waits for calls that nobody will ever answer.
            admin.close(Duration.ZERO);
        }
    }

    @Override
    public int stopRank() {
        return StopRank.STORES;
    }
}
