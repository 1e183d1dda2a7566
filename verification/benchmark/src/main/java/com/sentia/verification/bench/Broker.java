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
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/** The distribution's Kafka, one node in a process and a folder of its own, on free ports. */
final class Broker implements AutoCloseable {
    private static final String NODE = "1";
    private static final int HEAP_MB = 512;
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final String address;
    private final Children children;
    private final Process process;

    private Broker(String address, Children children, Process process) {
        this.address = address;
        this.children = children;
        this.process = process;
    }

    static Broker start(Children children, Path distribution, Path folder) throws IOException, InterruptedException {
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
        Process process = new JavaProcess(children, distribution, folder.resolve("kafka.log"))
                .start(HEAP_MB, "kafka", "kafka.Kafka", settings.toString());
        Broker broker = new Broker(address, children, process);
        try {
            broker.ask("who it is", admin -> admin.describeCluster().nodes());
        } catch (IOException | InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    String address() {
        return address;
    }

    /**
     * Asks the broker for something and waits for the answer.
     *
     * @param what for people, when there is none
     */
    <T> T ask(String what, Function<Admin, KafkaFuture<T>> question) throws IOException, InterruptedException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", address));
        try {
            return question.apply(admin).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker at " + address + " was asked " + what + " and gave no answer", e);
        } finally {
            // Without a limit it waits for calls that nobody will ever answer.
            admin.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        children.end(process);
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
        // Records bear the time of what they tell of, which is any time: nothing is too old to keep or too new to take.
        settings.put("log.retention.ms", "-1");
        settings.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        return settings;
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
