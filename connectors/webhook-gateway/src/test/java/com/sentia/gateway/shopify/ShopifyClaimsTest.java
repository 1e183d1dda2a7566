package com.sentia.gateway.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.hook.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyClaimsTest {
    private final ShopifyClaims claims = new ShopifyClaims(List.of(SignedWebhook.SHOP, "sentia-eu.myshopify.com"));

    @Test
    void readsWhatTheHeadersSay() {
        Claim claim =
                claim(SignedWebhook.order("1").with("X-Shopify-Event-Id", "e1").with("Cookie", "secret"));

        assertThat(claim.unit()).isEqualTo(SignedWebhook.SHOP);
        assertThat(claim.topic()).isEqualTo("orders/updated");
        assertThat(claim.apiVersion()).isEqualTo("2026-10");
        assertThat(claim.triggeredAt()).isEqualTo(Instant.parse("2026-03-01T11:59:58.123456789Z"));
        assertThat(claim.signature().remaining()).isEqualTo(32);
        assertThat(claim.kept())
                .containsOnlyKeys(
                        "X-Shopify-Topic",
                        "X-Shopify-Shop-Domain",
                        "X-Shopify-Webhook-Id",
                        "X-Shopify-Event-Id",
                        "X-Shopify-API-Version",
                        "X-Shopify-Triggered-At");
    }

    @Test
    void knowsAShopInAnyCaseOfLetters() {
        assertThat(claim(SignedWebhook.order("1").with("X-Shopify-Shop-Domain", "Sentia-UK.MyShopify.com"))
                        .unit())
                .isEqualTo(SignedWebhook.SHOP);
    }

    @Test
    void knowsNoOtherShop() {
        assertThat(claims.read(SignedWebhook.order("1")
                        .with("X-Shopify-Shop-Domain", "other.myshopify.com")
                        .headers()))
                .isEmpty();
        assertThat(claims.read(SignedWebhook.order("1")
                        .without("X-Shopify-Shop-Domain")
                        .headers()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2hvcnQ=",
                "W9zBRr9gdU5qBCQIlXXHWgA/CJ0nOYOd7Fi5ZOw4QxY=W9zB",
                "W9zBRr9gdU5qBCQIlXXHWgA/CJ0nOYOd7Fi5ZOw4Q!==",
                "5bdcc146bf60754e6a042426089575c75a003f089d27",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            })
    void refusesWhatCanBeNoSignature(String signature) {
        assertThat(claims.read(SignedWebhook.order("1")
                        .with("X-Shopify-Hmac-SHA256", signature)
                        .headers()))
                .isEmpty();
    }

    @Test
    void refusesAWebhookWithoutSignature() {
        assertThat(claims.read(SignedWebhook.order("1")
                        .without("X-Shopify-Hmac-SHA256")
                        .headers()))
                .isEmpty();
    }

    @Test
    void marksRetriesAndTheSameContentAlike() {
        List<UUID> first = claim(SignedWebhook.order("1")).marks();

        assertThat(first).hasSize(2);
        assertThat(claim(SignedWebhook.order("1").with("X-Shopify-Webhook-Id", "other"))
                        .marks())
                .containsAnyElementsOf(first);
        assertThat(claim(SignedWebhook.of("orders/updated", "{}").with("X-Shopify-Webhook-Id", "webhook-1"))
                        .marks())
                .containsAnyElementsOf(first);
        assertThat(claim(SignedWebhook.order("2")).marks()).doesNotContainAnyElementsOf(first);
        assertThat(claim(SignedWebhook.order("1")
                                .with("X-Shopify-Webhook-Id", "other")
                                .with("X-Shopify-Topic", "orders/paid"))
                        .marks())
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void tellsDeletesOfTheSameBytesApart() {
        SignedWebhook first =
                SignedWebhook.of("inventory_levels/disconnect", "{}").with("X-Shopify-Webhook-Id", "1");
        SignedWebhook second =
                SignedWebhook.of("inventory_levels/disconnect", "{}").with("X-Shopify-Webhook-Id", "2");

        assertThat(claim(first).marks())
                .hasSize(1)
                .doesNotContainAnyElementsOf(claim(second).marks());
    }

    @Test
    void makesDoWithoutTheOtherHeaders() {
        Claim claim = claim(SignedWebhook.order("1")
                .without("X-Shopify-Topic")
                .without("X-Shopify-API-Version")
                .without("X-Shopify-Webhook-Id")
                .with("X-Shopify-Triggered-At", "yesterday"));

        assertThat(claim.topic()).isEqualTo("unknown");
        assertThat(claim.apiVersion()).isEqualTo("unknown");
        assertThat(claim.triggeredAt()).isNull();
        assertThat(claim.marks()).isEmpty();
    }

    private Claim claim(SignedWebhook webhook) {
        return claims.read(webhook.headers()).orElseThrow();
    }
}
