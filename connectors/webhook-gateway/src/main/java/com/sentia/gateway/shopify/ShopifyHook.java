package com.sentia.gateway.shopify;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Headers;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.hook.Reading;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shopify's webhooks, of the shops that are set. */
public final class ShopifyHook implements VendorHook {
    /** Its name in paths and records. */
    public static final String NAME = "shopify";

    private final ShopifyClaims claims;
    private final HmacSignatures signatures;
    private final ShopifyReader reader;
    private final ShopifyPrivacy privacy;

    /**
     * The webhooks of some shops.
     *
     * @param signatures checks against the app's secrets
     * @param pseudonyms those of the connector
     */
    public ShopifyHook(ShopifyHookSettings settings, HmacSignatures signatures, Pseudonyms pseudonyms) {
        this.claims = new ShopifyClaims(settings.shops());
        this.signatures = signatures;
        this.privacy = new ShopifyPrivacy(pseudonyms);
        this.reader = new ShopifyReader(pseudonyms, ShopifyEntity::topic);
    }

    /** The raw topics it writes to: those of its entities that the catalogue has. */
    public static List<Topic> topics() {
        return Arrays.stream(ShopifyEntity.values())
                .flatMap(entity -> entity.topic().stream())
                .toList();
    }

    @Override
    public String vendor() {
        return NAME;
    }

    @Override
    public Optional<Claim> claim(Headers headers) {
        return claims.read(headers);
    }

    @Override
    public boolean isGenuine(Claim claim, byte[] body) {
        byte[] signature = new byte[claim.signature().remaining()];
        claim.signature().duplicate().get(signature);
        return signatures.fits(body, signature);
    }

    @Override
    public Reading read(Claim claim, byte[] body, Instant receivedAt) {
        return ShopifyPrivacy.has(claim.topic())
                ? privacy.read(claim, body, receivedAt)
                : reader.read(claim, body, receivedAt);
    }
}
