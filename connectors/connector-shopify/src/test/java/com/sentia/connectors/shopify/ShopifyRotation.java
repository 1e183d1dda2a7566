package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.contract.ConnectorUnderTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Access to the simulated shops by refresh tokens that rotate. */
record ShopifyRotation(RetailShops shops) implements ConnectorUnderTest.Rotation {
    private static final String FIRST = "first-refresh";

    @Override
    public Map<String, String> config() {
        return new HashMap<>(Map.of(
                "access.token",
                "",
                "client.id",
                "app",
                "client.secret",
                "app-secret",
                "refresh.token." + RetailShops.UK,
                FIRST,
                "refresh.token." + RetailShops.EU,
                FIRST,
                "token.store.key",
                "0123456789abcdef0123456789abcdef",
                "request.timeout",
                "2s"));
    }

    @Override
    public void loseNextAnswer() {
        shops.fault(RetailShops.UK, "token-lost-answer", 1);
    }

    @Override
    public int given() {
        return count(RetailShops.UK, "issued");
    }

    @Override
    public int refused() {
        return count(RetailShops.UK, "refused") + count(RetailShops.EU, "refused");
    }

    @Override
    public List<String> traces() {
        return List.of("shprt_", "shpat_", FIRST);
    }

    private int count(String shop, String what) {
        return shops.tokens(shop).path(what).asInt();
    }
}
