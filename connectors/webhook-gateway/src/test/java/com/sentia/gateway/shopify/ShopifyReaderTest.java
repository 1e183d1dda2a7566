package com.sentia.gateway.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.SetClock;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyReaderTest {
    private static final Instant RECEIVED = SetClock.MIDDAY;
    private static final long RECEIVED_MICROS = 1_772_366_400_000_000L;
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("k1", new Secret("0123456789abcdef"));

    private final ShopifyClaims claims = new ShopifyClaims(List.of(SignedWebhook.SHOP));

    /** As if the catalogue had a topic for every entity. */
    private final ShopifyReader reader = new ShopifyReader(PSEUDONYMS, entity -> Optional.of(Topics.RAW_SHOPIFY_ORDER));

    @Test
    void makesARawRecordOfAnOrder() {
        RawRecord content = usable(SignedWebhook.order("9007199254740993")).content();

        assertThat(content.getVendor()).isEqualTo("shopify");
        assertThat(content.getUnit()).isEqualTo(SignedWebhook.SHOP);
        assertThat(content.getEntity()).isEqualTo("order");
        assertThat(content.getId()).isEqualTo("9007199254740993");
        assertThat(content.getOp()).isEqualTo(Op.UPSERT);
        assertThat(content.getFeed()).isEqualTo(Feed.WEBHOOK);
        assertThat(content.getApiVersion()).isEqualTo("2026-10");
        assertThat(content.getFetchedAt()).isEqualTo(RECEIVED);
        assertThat(content.getVersion()).isEqualTo(new Version(RECEIVED_MICROS - 60_000_000, 1, RECEIVED_MICROS));
        assertThat(payload(content))
                .isEqualTo("{\"id\":9007199254740993,\"updated_at\":\"2026-03-01T11:59:00Z\",\"customerKey\":null}");
    }

    @Test
    void givesACustomerThePseudonymOfTheConnector() {
        RawRecord content = usable(
                        SignedWebhook.of(
                                "orders/create",
                                "{\"id\":1,\"updated_at\":\"2026-03-01T12:00:00+01:00\",\"customer\":{\"id\":7,\"email\":\"a@b.c\"}}"))
                .content();

        assertThat(payload(content))
                .isEqualTo("{\"id\":1,\"updated_at\":\"2026-03-01T12:00:00+01:00\",\"customerKey\":\""
                        + PSEUDONYMS.of("shopify", "7") + "\"}");
    }

    @Test
    void knowsACustomerByPseudonymOnly() {
        RawRecord content = usable(SignedWebhook.of("customers/delete", "{\"id\":706405506930370084}"))
                .content();

        assertThat(content.getId()).isEqualTo(PSEUDONYMS.of("shopify", "706405506930370084"));
        assertThat(content.toString()).doesNotContain("706405506930370084");
    }

    @ParameterizedTest
    @CsvSource({
        "orders/create, order, 820982911946154508, 2022-01-01T00:00:00Z",
        "inventory_items/create, inventory-item, 271878346596884015, 2022-01-01T00:00:00Z",
        "locations/activate, location, 9007199254740995, 2026-03-01T11:00:00Z",
    })
    void readsShopifysSamples(String topic, String entity, String id, Instant updatedAt) {
        RawRecord content = usable(SignedWebhook.of(topic, Samples.read(entity.replace('-', '_') + ".json")))
                .content();

        assertThat(content.getEntity()).isEqualTo(entity);
        assertThat(content.getId()).isEqualTo(id);
        assertThat(content.getVersion().getUpdatedAtMicros()).isEqualTo(updatedAt.getEpochSecond() * 1_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "orders/delete {\"id\":9007199254740993} 9007199254740993",
                "products/delete {\"id\":788032119674292922} 788032119674292922",
                "inventory_items/delete {\"id\":5,\"harmonized_system_code\":null} 5",
                "inventory_levels/disconnect {\"inventory_item_id\":5,\"location_id\":6} 5-6",
                "locations/delete {\"id\":8} 8",
            })
    void deletesAtTheTimeOfTheEvent(String topic, String body, String id) {
        RawRecord content = usable(SignedWebhook.of(topic, body)).content();

        assertThat(content.getOp()).isEqualTo(Op.DELETE);
        assertThat(content.getId()).isEqualTo(id);
        assertThat(content.getPayload()).isNull();
        assertThat(content.getVersion()).isEqualTo(new Version(RECEIVED_MICROS - 1_876_544, 9, RECEIVED_MICROS));
    }

    @Test
    void deletesAtOurTimeWhenTheVendorsIsMissingOrAhead() {
        SignedWebhook without = SignedWebhook.of("orders/delete", "{\"id\":1}").without("X-Shopify-Triggered-At");
        SignedWebhook ahead =
                SignedWebhook.of("orders/delete", "{\"id\":1}").with("X-Shopify-Triggered-At", "2036-01-01T00:00:00Z");

        assertThat(usable(without).content().getVersion().getUpdatedAtMicros()).isEqualTo(RECEIVED_MICROS);
        assertThat(usable(ahead).content().getVersion().getUpdatedAtMicros()).isEqualTo(RECEIVED_MICROS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders/edited",
                "refunds/create",
                "products/create",
                "products/update",
                "customers/update",
                "inventory_levels/connect",
                "inventory_levels/update",
                "app/uninstalled",
                "customers/redact",
                "unknown"
            })
    void hasNoUseForOtherTopics(String topic) {
        assertThat(read(SignedWebhook.of(topic, "no JSON at all"))).isEqualTo(new Reading.Unused(topic));
    }

    @Test
    void hasNoUseForEntitiesWithoutATopicYet() {
        ShopifyReader without = new ShopifyReader(PSEUDONYMS, entity -> Optional.empty());
        SignedWebhook webhook = SignedWebhook.order("1");
        Claim claim = claims.read(webhook.headers()).orElseThrow();

        assertThat(without.read(claim, webhook.body(), RECEIVED)).isEqualTo(new Reading.Unused("orders/updated"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "orders/updated {\"id\":1 unknown unparsable-webhook",
                "orders/updated [] unknown unparsable-webhook",
                "orders/updated {\"updated_at\":\"2026-03-01T12:00:00Z\"} unknown webhook-without-id",
                "orders/updated {\"id\":8.2e17,\"updated_at\":\"2026-03-01T12:00:00Z\"} unknown webhook-without-id",
                "orders/updated {\"id\":1} 1 webhook-without-update-time",
                "orders/updated {\"id\":1,\"updated_at\":\"soon\"} 1 webhook-without-update-time",
                "orders/updated {\"id\":1,\"updated_at\":\"+999999999-01-01T00:00:00Z\"} 1 webhook-without-update-time",
                "orders/updated {\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Product/1\"} 1 webhook-of-other-entity",
                "orders/delete {\"id\":1,\"updated_at\":\"2026-03-01T12:00:00Z\"} 1 delete-with-content",
                "inventory_levels/disconnect {\"inventory_item_id\":5} unknown webhook-without-id",
            })
    void setsAsideWhatItCannotUse(String topic, String body, String id, String reason) {
        assertThat(read(SignedWebhook.of(topic, body))).isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> {
            assertThat(unreadable.topic()).isEqualTo(Topics.RAW_SHOPIFY_ORDER);
            assertThat(unreadable.id()).isEqualTo(id);
            assertThat(unreadable.reason()).isEqualTo(reason);
        });
    }

    @Test
    void writesWhatTheCatalogueHasTopicsFor() {
        List<Topic> topics = ShopifyHook.topics();

        assertThat(topics)
                .contains(
                        Topics.RAW_SHOPIFY_ORDER,
                        Topics.RAW_SHOPIFY_PRODUCT,
                        Topics.RAW_SHOPIFY_CUSTOMER,
                        Topics.RAW_SHOPIFY_LOCATION,
                        Topics.RAW_SHOPIFY_INVENTORY_LEVEL);
        assertThat(topics).allMatch(topic -> topic.name().startsWith("raw.shopify."));
    }

    private Reading.Usable usable(SignedWebhook webhook) {
        return (Reading.Usable) read(webhook);
    }

    private Reading read(SignedWebhook webhook) {
        return reader.read(claims.read(webhook.headers()).orElseThrow(), webhook.body(), RECEIVED);
    }

    private static String payload(RawRecord content) {
        return StandardCharsets.UTF_8.decode(content.getPayload().duplicate()).toString();
    }
}
