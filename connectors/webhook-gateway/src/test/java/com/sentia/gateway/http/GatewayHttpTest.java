package com.sentia.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.limits.LimitSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayHttpTest {
    private static final LimitSettings LIMITS =
            new LimitSettings(1_024, 4, 8_192, 100, 2, Duration.ofHours(6), Duration.ofHours(6), 100);

    private final RunningHttp gateway = new RunningHttp(LIMITS, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void answersAfterTheAcknowledgementAndNotBefore() {
        CompletableFuture<HttpResponse<String>> answer = gateway.post(SignedWebhook.order("1"));
        gateway.kafka().awaitSent(1);
        assertThat(answer).isNotDone();

        gateway.kafka().acknowledgeNext();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEmpty();
    }

    @Test
    void asksToComeAgainWhenKafkaDoesNotAcknowledge() {
        CompletableFuture<HttpResponse<String>> answer = gateway.post(SignedWebhook.order("1"));
        gateway.kafka().failNext();

        assertThat(answer.join().statusCode()).isEqualTo(503);
        assertThat(answer.join().headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void answersAllThatIsNotGenuineAlike() {
        HttpResponse<String> forged =
                gateway.post(SignedWebhook.order("1").forged()).join();
        HttpResponse<String> stranger = gateway.post(
                        SignedWebhook.order("1").with("X-Shopify-Shop-Domain", "other.myshopify.com"))
                .join();
        HttpResponse<String> malformed = gateway.post(SignedWebhook.order("1").with("X-Shopify-Hmac-SHA256", "x"))
                .join();

        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body()).isEmpty();
        assertThat(List.of(stranger.statusCode(), malformed.statusCode())).containsOnly(401);
        assertThat(stranger.headers()).isEqualTo(forged.headers());
        assertThat(malformed.headers()).isEqualTo(forged.headers());
        assertThat(gateway.signatures().hashes()).isEqualTo(1);
    }

    @Test
    void boundsWhatAFloodOfBadSignaturesCosts() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(gateway.post(SignedWebhook.order("1").forged()));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(401, 429, 503));
        HttpResponse<String> next =
                gateway.post(SignedWebhook.order("1").forged()).join();
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.headers().firstValue("Retry-After")).hasValue("1");
        // The clock stands still; two event loops may each look at one more than they should.
        assertThat(gateway.signatures().hashes()).isBetween(2L, 3L);
        assertThat(gateway.kafka().sent()).isZero();
    }

    @Test
    void refusesALargeBodyUnread() throws Exception {
        String answer = gateway.raw(RunningHttp.head(SignedWebhook.order("1")) + "Content-Length: 1025\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        assertThat(gateway.signatures().hashes()).isZero();
    }

    @Test
    void refusesALargeBodyWhoseLengthIsNotTold() throws Exception {
        String answer = gateway.raw(RunningHttp.head(SignedWebhook.order("1"))
                + "Transfer-Encoding: chunked\r\n\r\n400\r\n" + "x".repeat(1_024) + "\r\n1\r\nx\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertThat(gateway.signatures().hashes()).isZero();
    }

    @Test
    void refusesStrangersWithoutWaitingForTheirBodies() throws Exception {
        SignedWebhook stranger = SignedWebhook.order("1").without("X-Shopify-Shop-Domain");

        assertThat(gateway.raw(RunningHttp.head(stranger) + "Transfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void tellsAWaitingSenderToGoOn() throws Exception {
        SignedWebhook webhook = SignedWebhook.of("carts/update", "{}");

        assertThat(gateway.raw(RunningHttp.head(webhook)
                        + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 100 ")
                .contains("HTTP/1.1 200 ");
    }

    @Test
    void waitsForNoBodyForEver() throws Exception {
        try (RunningHttp impatient = new RunningHttp(LIMITS, Duration.ofMillis(50))) {
            String answer = impatient.raw(RunningHttp.head(SignedWebhook.order("1")) + "Content-Length: 10\r\n\r\n{");

            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void holdsOnlySoManyRequestsAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            held.add(gateway.post(SignedWebhook.order("" + i)));
        }
        gateway.kafka().awaitSent(4);

        HttpResponse<String> beyond = gateway.post(SignedWebhook.order("5")).join();
        assertThat(beyond.statusCode()).isEqualTo(503);
        assertThat(beyond.headers().firstValue("Retry-After")).hasValue("1");

        for (int i = 0; i < 4; i++) {
            gateway.kafka().acknowledgeNext();
        }
        assertThat(held)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        CompletableFuture<HttpResponse<String>> next = gateway.post(SignedWebhook.order("5"));
        gateway.kafka().acknowledgeNext();
        assertThat(next.join().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/hooks/shopify, 405",
        "PUT, /v1/hooks/shopify, 405",
        "POST, /v1/hooks/xero, 404",
        "POST, /v1/hooks/shopify/, 404",
        "GET, /, 404",
        "POST, /health/live, 405",
        "GET, /health/live, 200",
        "GET, /health/ready, 200",
        "GET, /metrics, 200",
    })
    void servesItsRoutesOnly(String method, String path, int status) {
        assertThat(gateway.send(method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void saysWhichMethodItTakes() {
        assertThat(gateway.send("GET", "/v1/hooks/shopify").headers().firstValue("Allow"))
                .hasValue("POST");
    }

    @Test
    void isLiveButNotReadyWithoutKafka() {
        gateway.ready(false);

        assertThat(gateway.send("GET", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(gateway.send("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhatBecameOfWebhooks() {
        gateway.post(SignedWebhook.order("1").forged()).join();
        gateway.post(SignedWebhook.of("carts/update", "{}")).join();

        assertThat(gateway.send("GET", "/metrics").body())
                .contains("gateway_webhooks_total{outcome=\"bad-signature\",vendor=\"shopify\"} 1.0")
                .contains("gateway_webhooks_total{outcome=\"unused\",vendor=\"shopify\"} 1.0")
                .contains("gateway_unused_total{kind=\"carts/update\",vendor=\"shopify\"} 1.0")
                .contains("gateway_ready 1.0");
    }
}
