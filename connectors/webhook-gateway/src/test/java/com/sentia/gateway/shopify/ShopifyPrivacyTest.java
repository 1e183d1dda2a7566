package com.sentia.gateway.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.SetClock;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopifyPrivacyTest {
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("k1", new Secret("0123456789abcdef"));
    private static final String BODY = """
            {"shop_id": 954889, "shop_domain": "sentia-uk.myshopify.com",
             "customer": {"id": 9007199254740993, "email": "anna@weber.example", "phone": "555-0100"},
             "orders_to_redact": [299938, 9007199254740995]}
            """;

    private final ShopifyHook hook = new ShopifyHook(
            new ShopifyHookSettings(List.of(SignedWebhook.SHOP), SignedWebhook.SECRET, Optional.empty()),
            new HmacSignatures(List.of(SignedWebhook.SECRET)),
            PSEUDONYMS);

    @Test
    void asksToForgetACustomerByTheSamePseudonymThatOrdersHave() {
        String subject = PSEUDONYMS.of("shopify", "9007199254740993");

        assertThat(read("customers/redact", BODY))
                .isEqualTo(new Reading.Request(
                        Topics.PRIVACY_ERASURE,
                        SignedWebhook.SHOP + "/" + subject,
                        PrivacyErasure.newBuilder()
                                .setSource("shopify")
                                .setUnit(SignedWebhook.SHOP)
                                .setSubject(subject)
                                .setOrderIds(List.of("299938", "9007199254740995"))
                                .setOrigin(ErasureOrigin.WEBHOOK)
                                .setRequestedAt(SetClock.MIDDAY)
                                .build()));
    }

    @Test
    void answersTheOthersAndLeavesThemToPeople() {
        assertThat(read("customers/data_request", BODY)).isEqualTo(new Reading.Unused("customers/data_request"));
        assertThat(read("shop/redact", "{\"shop_id\": 954889}")).isEqualTo(new Reading.Unused("shop/redact"));
    }

    @Test
    void setsAsideARequestThatNamesNobody() {
        for (String body : List.of("{", "[]", "{\"customer\": {\"id\": \"x\"}}", "{\"customer\": {\"id\": 1.5}}")) {
            assertThat(read("customers/redact", body)).isInstanceOfSatisfying(Reading.Unreadable.class, letter -> {
                assertThat(letter.topic()).isEqualTo(Topics.PRIVACY_ERASURE);
                assertThat(letter.reason()).isEqualTo("erasure-without-customer");
            });
        }
    }

    @Test
    void isNeverTooOld() {
        assertThat(claim("customers/redact", BODY).triggeredAt()).isNull();
        assertThat(claim("orders/updated", BODY).triggeredAt()).isNotNull();
    }

    private Reading read(String topic, String body) {
        return hook.read(claim(topic, body), SignedWebhook.of(topic, body).body(), SetClock.MIDDAY);
    }

    private Claim claim(String topic, String body) {
        return hook.claim(SignedWebhook.of(topic, body).headers()).orElseThrow();
    }
}
