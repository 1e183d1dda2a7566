package com.sentia.launcher.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.database.DeadLetter;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceRedriveTest {
    @Test
    void readsTheRecordsOfEachFeedAgain() {
        SourceRedrive redrive = new SourceRedrive(
                "shopify",
                List.of(
                        letter("connector", "raw.shopify.order", "uk/7"),
                        letter("connector", "raw.shopify.product", "uk/8"),
                        letter("connector", "raw.shopify.order", "uk/9"),
                        letter("connector", "raw.shopify.order", "uk/7")));

        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        assertThat(redrive.batches().stream().map(batch -> batch.signal("shopify", clock)))
                .satisfiesExactly(
                        orders -> {
                            assertThat(orders.getKind()).isEqualTo(SignalKind.BACKFILL);
                            assertThat(orders.getUnit()).isEqualTo("uk");
                            assertThat(orders.getEntity()).isEqualTo("order");
                            assertThat(orders.getIds()).containsExactly("7", "9");
                        },
                        products -> assertThat(products)
                                .extracting(ConnectorSignal::getIds)
                                .isEqualTo(List.of("8")));
    }

    @Test
    void refusesWhatNoRecordStandsBehind() {
        assertThatThrownBy(() ->
                        new SourceRedrive("shopify", List.of(letter("connector", "raw.shopify.order", "uk/answer"))))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("asks for that answer anew");
        assertThatThrownBy(
                        () -> new SourceRedrive("shopify", List.of(letter("normalizer", "raw.shopify.order", "uk/7"))))
                .hasMessageContaining("sentia dead-letters redrive");
    }

    @Test
    void readsWhatAWebhookWasAboutThatTheGatewaySetAside() {
        SourceRedrive redrive = new SourceRedrive(
                "shopify", List.of(letter("webhook-gateway", "raw.shopify.order", "uk.myshopify.com/7")));

        assertThat(redrive.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.unit()).isEqualTo("uk.myshopify.com");
            assertThat(batch.entity()).isEqualTo("order");
        });
        assertThatThrownBy(() -> new SourceRedrive(
                        "shopify", List.of(letter("webhook-gateway", "raw.shopify.order", "uk/unknown"))))
                .hasMessageContaining("the next poll reads it");
        assertThatThrownBy(() -> new SourceRedrive(
                        "shopify", List.of(letter("webhook-gateway", "raw.hook.event", "erp/mill/7"))))
                .hasMessageContaining("has to send it again");
    }

    private static DeadLetter letter(String stage, String topic, String key) {
        return new DeadLetter(
                topic + ".rejected",
                0,
                1,
                stage,
                "unreadable-order",
                "",
                topic,
                -1,
                -1,
                key.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                "-",
                "-");
    }
}
