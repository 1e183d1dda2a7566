package com.sentia.gateway.http;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.SignedWebhook;
import com.sentia.gateway.delivery.DeadLetters;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.limits.LimitSettings;
import com.sentia.gateway.shopify.ShopifyHook;
import com.sentia.gateway.shopify.ShopifyHookSettings;
import com.sentia.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts that tests of the HTTP side are built of. */
final class Gateways {
    static final LimitSettings LIMITS =
            new LimitSettings(1_024, 4, 8_192, 3, 2, Duration.ofHours(6), Duration.ofHours(6), 100);
    static final BodySeal SEAL = new BodySeal("d1", new Secret("0123456789abcdef0123456789abcdef"));
    static final DeadLetters DEAD_LETTERS = new DeadLetters(SEAL);

    private Gateways() {}

    static HmacSignatures signatures() {
        return new HmacSignatures(List.of(SignedWebhook.SECRET));
    }

    static ShopifyHook shopify(HmacSignatures signatures) {
        return new ShopifyHook(
                new ShopifyHookSettings(List.of(SignedWebhook.SHOP), SignedWebhook.SECRET, Optional.empty()),
                signatures,
                new Pseudonyms("k1", new Secret("0123456789abcdef")));
    }
}
