package com.sentia.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final SourceProgress RECORD =
            new SourceProgress("shopify", "shop", "order", Instant.EPOCH, Instant.EPOCH);

    @Test
    void completesWhenKafkaHasAcknowledgedAndNotBefore() {
        try (LocalDelivery local = LocalDelivery.warm()) {
            CompletableFuture<Void> written = deliver(local);
            local.awaitSent(1);
            assertThat(written).isNotDone();

            local.acknowledgeNext();

            assertThat(written).succeedsWithin(WAIT);
            assertThat(local.last().topic()).isEqualTo("raw.shopify.order");
            assertThat(new String(local.last().key(), StandardCharsets.UTF_8)).isEqualTo("shop/1");
            assertThat(local.lastValue()).isEqualTo(RECORD);
        }
    }

    @Test
    void failsWhenKafkaDoesNotAcknowledge() {
        try (LocalDelivery local = LocalDelivery.warm()) {
            CompletableFuture<Void> written = deliver(local);
            local.failNext();

            assertThat(written)
                    .failsWithin(WAIT)
                    .withThrowableThat()
                    .withCauseInstanceOf(UndeliveredException.class)
                    .withMessageContaining("raw.shopify.order: not acknowledged");
        }
    }

    @Test
    void sendsNothingBeforeItIsKnownThatItCan() {
        try (LocalDelivery local = LocalDelivery.cold()) {
            assertThat(deliver(local)).isCompletedExceptionally();
            local.warmUp();
            CompletableFuture<Void> written = deliver(local);
            local.acknowledgeNext();

            assertThat(written).succeedsWithin(WAIT);
            assertThat(local.sent()).isEqualTo(1);
        }
    }

    @Test
    void sendsNothingAfterItWasClosed() {
        LocalDelivery local = LocalDelivery.warm();
        local.close();

        assertThat(deliver(local)).isCompletedExceptionally();
    }

    private static CompletableFuture<Void> deliver(LocalDelivery local) {
        return local.delivery()
                .deliver(Topics.RAW_SHOPIFY_ORDER, "shop/1", RECORD)
                .toCompletableFuture();
    }
}
