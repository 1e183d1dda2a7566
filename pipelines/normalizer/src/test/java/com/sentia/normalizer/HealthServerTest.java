package com.sentia.normalizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    @Test
    void saysWhatTheServiceSays() throws Exception {
        AtomicBoolean ready = new AtomicBoolean();
        try (HealthServer server = HealthServer.start(0, () -> true, ready::get, () -> "records 5\n")) {
            assertThat(status(server, "/health/live")).isEqualTo(200);
            assertThat(status(server, "/health/ready")).isEqualTo(503);
            ready.set(true);
            assertThat(status(server, "/health/ready")).isEqualTo(200);
            assertThat(get(server, "/metrics").body()).isEqualTo("records 5\n");
            assertThat(status(server, "/nothing")).isEqualTo(404);
        }
    }

    private static int status(HealthServer server, String path) throws IOException, InterruptedException {
        return get(server, path).statusCode();
    }

    private static HttpResponse<String> get(HealthServer server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
