package com.sentia.testkit;

import com.sentia.database.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker and controller in this JVM, on a free port, with its log in a temporary folder. */
public final class TestingKafka implements AutoCloseable {
    private static final String NODE = "1";

    private final Path home;
    private final String bootstrap;
    private final Properties settings;
    private KafkaRaftServer server;

    private TestingKafka(Path home) throws Exception {
        this.home = home;
        int brokerPort = FreePort.find();
        int controllerPort = FreePort.find();
        this.bootstrap = "127.0.0.1:" + brokerPort;
        String log = home.resolve("log").toString();
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .setDirectories(List.of(log))
                .setMetadataLogDirectory(log)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(System.err)
                .run();
        this.settings = settings(log, brokerPort, controllerPort);
        this.server = started(settings);
    }

    /** A broker of one's own; the caller closes it. */
    public static TestingKafka start() {
        try {
            return new TestingKafka(Files.createTempDirectory("sentia-kafka"));
        } catch (Exception e) {
            throw new IllegalStateException("no broker for this test", e);
        }
    }

    /** Address for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    /** An admin client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** Stops the broker; what it has stays. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts it again after {@link #stop}, at the same address. */
    public void startAgain() {
        server = started(settings);
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(TestingKafka::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder can't be removed", e);
        }
    }

    private static KafkaRaftServer started(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + path, e);
        }
    }

    private static Properties settings(String log, int brokerPort, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", log);
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Workers that tests kill are to be missed soon.
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("message.max.bytes", "16777216");
        // The cleaner's default buffer alone is a sixth of the heap tests get.
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
