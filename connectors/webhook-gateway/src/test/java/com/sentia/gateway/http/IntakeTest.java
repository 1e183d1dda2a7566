package com.sentia.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SetClock;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.delivery.LocalDelivery;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.limits.SenderPenalties;
import com.sentia.gateway.limits.UnitRates;
import com.sentia.gateway.shopify.ShopifyHook;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final SetClock clock = new SetClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LocalDelivery local = LocalDelivery.warm();
    private final ShopifyHook hook = Gateways.shopify(Gateways.signatures());
    private final Intake intake = intake();

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void writesARecordUnderItsKey() {
        CompletableFuture<Outcome> outcome = take(SignedWebhook.order("9007199254740993"));
        local.acknowledgeNext();

        assertThat(outcome).succeedsWithin(WAIT).isEqualTo(Outcome.DELIVERED);
        assertThat(local.last().topic()).isEqualTo("raw.shopify.order");
        assertThat(new String(local.last().key(), StandardCharsets.UTF_8))
                .isEqualTo(SignedWebhook.SHOP + "/9007199254740993");
        assertThat(local.lastValue()).isInstanceOf(RawRecord.class);
    }

    @Test
    void writesWhatWasAcknowledgedOnlyOnce() {
        CompletableFuture<Outcome> first = take(SignedWebhook.order("1"));
        local.acknowledgeNext();

        assertThat(first).succeedsWithin(WAIT).isEqualTo(Outcome.DELIVERED);
        assertThat(take(SignedWebhook.order("1"))).succeedsWithin(WAIT).isEqualTo(Outcome.DUPLICATE);
        assertThat(local.sent()).isEqualTo(1);
    }

    @Test
    void writesAgainWhatWasNotAcknowledged() {
        CompletableFuture<Outcome> first = take(SignedWebhook.order("1"));
        local.failNext();
        assertThat(first).succeedsWithin(WAIT).isEqualTo(Outcome.UNDELIVERED);

        CompletableFuture<Outcome> again = take(SignedWebhook.order("1"));
        local.acknowledgeNext();

        assertThat(again).succeedsWithin(WAIT).isEqualTo(Outcome.DELIVERED);
        assertThat(local.sent()).isEqualTo(2);
    }

    @Test
    void setsAsideWhatItCannotRead() {
        CompletableFuture<Outcome> outcome =
                take(SignedWebhook.of("orders/updated", "{\"email\":\"anna@weber.example\"")
                        .with("X-Shopify-Webhook-Id", "w1"));
        local.acknowledgeNext();

        assertThat(outcome).succeedsWithin(WAIT).isEqualTo(Outcome.SET_ASIDE);
        assertThat(local.last().topic()).isEqualTo("raw.shopify.order.rejected");
        assertThat(local.lastValue()).isInstanceOfSatisfying(RejectedRecord.class, letter -> {
            byte[] sealed = new byte[letter.getValue().remaining()];
            letter.getValue().duplicate().get(sealed);
            assertThat(Gateways.SEAL.open(sealed)).asString().isEqualTo("{\"email\":\"anna@weber.example\"");
        });
        assertThat(meters.counter("gateway.dead.letters", "vendor", "shopify", "reason", "unparsable-webhook")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsWhatItHasNoUseForByNameAndOddNamesTogether() {
        assertThat(take(SignedWebhook.of("carts/update", "{}")))
                .succeedsWithin(WAIT)
                .isEqualTo(Outcome.UNUSED);
        assertThat(take(SignedWebhook.of("odd \" name", "{}")))
                .succeedsWithin(WAIT)
                .isEqualTo(Outcome.UNUSED);

        assertThat(local.sent()).isZero();
        assertThat(unused("carts/update")).isEqualTo(1);
        assertThat(unused("other")).isEqualTo(1);
    }

    private double unused(String kind) {
        return meters.counter("gateway.unused", "vendor", "shopify", "kind", kind)
                .count();
    }

    private CompletableFuture<Outcome> take(SignedWebhook webhook) {
        Claim claim = hook.claim(webhook.headers()).orElseThrow();
        return intake.take(claim, "192.0.2.1", webhook.body())
                .thenApply(Reply::outcome)
                .toCompletableFuture();
    }

    private Intake intake() {
        DeliveredMarks delivered = new DeliveredMarks(Duration.ofHours(6), 100, clock);
        Gate gate = new Gate(
                hook, new SenderPenalties(2, clock), new UnitRates(100, clock), delivered, Gateways.LIMITS, clock);
        return new Intake(
                hook,
                gate,
                local.delivery(),
                delivered,
                new DeliveredMarks(Duration.ofHours(6), 100, clock),
                Gateways.DEAD_LETTERS,
                new GatewayMeters(meters, "shopify"),
                clock);
    }
}
