package com.sentia.gateway;

import static org.awaitility.Awaitility.await;

import com.sentia.settings.Settings;
import com.sentia.testkit.TestingKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A whole gateway on a free port at midday, and a client of it. */
final class RunningGateway implements AutoCloseable {
    static final String DEAD_LETTER_KEY = "0123456789abcdef0123456789abcdef";

    private static final long SECONDS = 30;

    private final Gateway gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    static RunningGateway start(TestingKafka kafka, URI registry, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port",
                "0",
                "kafka.bootstrap.servers",
                kafka.bootstrap(),
                "registry.url",
                registry.toString(),
                "shopify.shops",
                SignedWebhook.SHOP,
                "shopify.secret",
                SignedWebhook.SECRET.reveal(),
                "pseudonym.key",
                "0123456789abcdef",
                "dead-letter.key",
                DEAD_LETTER_KEY));
        all.putAll(settings);
        return new RunningGateway(Gateway.start(GatewaySettings.from(Settings.of(all)), new SetClock())
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join());
    }

    Gateway gateway() {
        return gateway;
    }

    RunningGateway awaitReady() {
        await().atMost(Duration.ofSeconds(SECONDS)).until(gateway::isReady);
        return this;
    }

    int post(SignedWebhook webhook) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/hooks/shopify"));
        webhook.headerMap().forEach(request::header);
        return client.sendAsync(
                        request.timeout(Duration.ofSeconds(SECONDS))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    /** Sends it again and again, as the vendor does, until it is taken. */
    void awaitDelivered(SignedWebhook webhook) {
        await().atMost(Duration.ofSeconds(SECONDS)).until(() -> post(webhook) == 200);
    }

    int get(String path) {
        return client.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    @Override
    public void close() {
        gateway.close();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }
}
