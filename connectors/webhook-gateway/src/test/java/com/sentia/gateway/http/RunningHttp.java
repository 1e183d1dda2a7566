package com.sentia.gateway.http;

import com.sentia.gateway.SetClock;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.delivery.LocalDelivery;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.limits.LimitSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The HTTP side on a free port over a producer that acknowledges when told, and a client of it. */
final class RunningHttp implements AutoCloseable {
    private static final long SECONDS = 20;

    private final HmacSignatures signatures = Gateways.signatures();
    private final LocalDelivery local = LocalDelivery.warm();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GatewayHttp http;
    private volatile boolean ready = true;

    RunningHttp(LimitSettings limits, Duration bodyWithin) {
        this.http = GatewayHttp.start(
                        new HttpSettings("127.0.0.1", 0, 2, Set.of(), bodyWithin),
                        limits,
                        new GatewayHttp.Parts(
                                List.of(Gateways.shopify(signatures)),
                                local.delivery(),
                                Gateways.DEAD_LETTERS,
                                () -> ready,
                                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                                new SetClock()))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    LocalDelivery kafka() {
        return local;
    }

    HmacSignatures signatures() {
        return signatures;
    }

    void ready(boolean now) {
        ready = now;
    }

    CompletableFuture<HttpResponse<String>> post(SignedWebhook webhook) {
        HttpRequest.Builder request = request("/v1/hooks/shopify");
        webhook.headerMap().forEach(request::header);
        return client.sendAsync(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) {
        return client.sendAsync(
                        request(path)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    /** Sends what it is given and reads until the server closes the connection. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** The head of a request as it goes over the wire, without what says how long the body is. */
    static String head(SignedWebhook webhook) {
        StringBuilder head = new StringBuilder("POST /v1/hooks/shopify HTTP/1.1\r\nHost: localhost\r\n");
        webhook.headerMap()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    @Override
    public void close() {
        http.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        local.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .timeout(Duration.ofSeconds(SECONDS));
    }
}
