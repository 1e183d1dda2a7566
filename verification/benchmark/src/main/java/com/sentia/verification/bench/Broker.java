package com.sentia.verification.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** The distribution's Kafka, one node in a process and a folder of its own, on free ports. */
final class Broker implements AutoCloseable {
    private static final String NODE = "1";
    private static final int HEAP_MB = 512;
    private static final Duration START = Duration.ofMinutes(1);

    private final String address;
    private final Process process;

    private Broker(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    static Broker start(Path distribution, Path folder) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("kafka"));
        SettingsText.write(
                data.resolve("meta.properties"),
                Map.of(
                        "version",
                        "1",
                        "cluster.id",
                        Uuid.randomUuid().toString(),
                        "node.id",
                        NODE,
                        "directory.id",
                        Uuid.randomUuid().toString()));
        String address = freeAddress();
        Path settings = SettingsText.write(folder.resolve("kafka.properties"), settings(address, freeAddress(), data));
        Process process = new JavaProcess(distribution, folder.resolve("kafka.log"))
                .start(HEAP_MB, "kafka", "kafka.Kafka", settings.toString());
        Broker broker = new Broker(address, process);
        try {
            broker.awaitAnswer();
        } catch (IOException | InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    String address() {
        return address;
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address));
    }

    @Override
    public void close() {
        // Nothing of it is kept.
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker does not answer at " + address, e);
        }
    }

    private static Map<String, String> settings(String address, String controller, Path data) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + address);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        return settings;
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
