package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BulkFileTest {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void readsEveryLineOfAFileOfManyParts() throws Exception {
        int lines = 70_000;
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < lines; number++) {
            text.append("{\"number\":")
                    .append(number)
                    .append(",\"text\":\"")
                    .append("x".repeat(number % 500))
                    .append("\"}\n");
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(4 * BulkFile.PART);
        HttpServer server = serving(file);
        try (HttpExchange http = new HttpExchange(PATIENCE, PATIENCE)) {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            BulkFile read = new BulkFile(http, "job", uri, false, 0);
            for (int number = 0; number < lines; number++) {
                BulkFile.Line line = Objects.requireNonNull(read.peek());
                assertThat(line.object().path("number").asInt()).isEqualTo(number);
                read.take();
            }
            assertThat(read.peek()).isNull();
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serving(byte[] file) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
            int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
            int to = range.matches() ? Math.min(file.length - 1, Integer.parseInt(range.group(2))) : 0;
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + file.length);
            exchange.sendResponseHeaders(206, to - from + 1);
            exchange.getResponseBody().write(Arrays.copyOfRange(file, from, to + 1));
            exchange.close();
        });
        server.start();
        return server;
    }
}
