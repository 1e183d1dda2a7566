package com.sentia.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Shopify's stand-in as a process of its own, outside any stack: somebody else's server, to a stack. */
final class SimulatedVendor implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private SimulatedVendor(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Opens its shops, which play a retail file and know one token. */
    static SimulatedVendor start(Path distribution, Path folder, Path data, String token) throws IOException {
        int port = freePort();
        Path settings = Files.writeString(
                Files.createDirectories(folder).resolve("simulator.properties"),
                String.join(
                        "\n",
                        "http.port=" + port,
                        "data.file=" + data,
                        "state.dir=" + folder.resolve("state"),
                        "access.token-file=" + Files.writeString(folder.resolve("token"), token),
                        "clock.speed=60",
                        "plan=PLUS",
                        ""));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        distribution.resolve("lib/vendor-simulators") + "/*",
                        "com.sentia.simulators.Main",
                        "--settings",
                        settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("simulator.log").toFile())
                .start();
        SimulatedVendor vendor = new SimulatedVendor(process, port);
        await().atMost(Duration.ofMinutes(1)).until(vendor::isOpen);
        return vendor;
    }

    /** Where a shop is reached, as the connector is told it. */
    String baseUrl() {
        return url("/shops/{shop}");
    }

    /** Takes access scopes from the app, all others are granted. */
    void withhold(String shop, String scopes) throws IOException, InterruptedException {
        CLIENT.send(
                HttpRequest.newBuilder(URI.create(url("/control/scopes")))
                        .POST(BodyPublishers.ofString("{\"shop\":\"" + shop + "\",\"withheld\":[" + scopes + "]}"))
                        .build(),
                BodyHandlers.discarding());
    }

    private boolean isOpen() throws InterruptedException {
        try {
            HttpResponse<Void> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url("/control/status"))).build(), BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException expected) {
            // Not yet.
            return false;
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
