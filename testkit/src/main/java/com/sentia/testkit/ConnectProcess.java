package com.sentia.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.database.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real distributed Connect worker in a process of its own, so that it can be killed as {@code kill -9} does. */
public final class ConnectProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;
    private static final String SETTINGS = "worker.properties";
    private static final String LOG = "worker.log";
    private static final int END_OF_LOG = 2_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path home;
    private final Process process;
    private final int port;

    private ConnectProcess(Path home, Process process, int port) {
        this.home = home;
        this.process = process;
        this.port = port;
    }

    /** Starts a worker of a group; a later one of the same group goes on where it was, with its connectors. */
    public static ConnectProcess start(TestingKafka kafka, String group) {
        int port = FreePort.find();
        Properties settings = new Properties();
        settings.putAll(WorkerSettings.of(kafka, group, port));
        // One that was killed is to be missed soon.
        settings.put("session.timeout.ms", "4000");
        settings.put("heartbeat.interval.ms", "1000");
        try {
            Path home = Files.createTempDirectory("sentia-connect");
            Path file = home.resolve(SETTINGS);
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            // Surefire hides the tests' class path behind a jar of its own.
            String classPath =
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx384m",
                            "-cp",
                            classPath,
                            "org.apache.kafka.connect.cli.ConnectDistributed",
                            file.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve(LOG).toFile())
                    .start();
            return new ConnectProcess(home, process, port);
        } catch (IOException e) {
            throw new UncheckedIOException("no worker for this test", e);
        }
    }

    /** Creates a connector or gives it another configuration, once the worker answers. */
    public void put(String name, Map<String, String> config) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/connectors/" + name + "/config"))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(json(config)))
                .build();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        String problem = "it does not answer";
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return;
                }
                problem = answer.body();
                if (answer.statusCode() == 400) {
                    break;
                }
            } catch (IOException e) {
                problem = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pause();
        }
        throw new IllegalStateException("connector " + name + " is not taken: " + problem + "\n" + endOfLog());
    }

    /** Ends the process at once, whatever it is doing. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a killed worker still runs: pid " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it, and removes its log. What a worker does when it is asked to end, {@link TestingConnect} shows. */
    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(home.resolve(SETTINGS));
            Files.deleteIfExists(home.resolve(LOG));
            Files.deleteIfExists(home);
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's folder can't be removed", e);
        }
    }

    private String endOfLog() {
        try {
            String log = Files.readString(home.resolve(LOG));
            return log.substring(Math.max(0, log.length() - END_OF_LOG));
        } catch (IOException e) {
            return "it has no log: " + e;
        }
    }

    private static byte[] json(Map<String, String> config) {
        try {
            return JSON.writeValueAsBytes(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
