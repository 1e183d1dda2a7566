package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.facts.LevelSuccession;
import com.sentia.schemas.Feed;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Shopify location holds of an item as one InventoryLevel, measured when the newest of what it says was changed.
 *
 * <p>What nobody counts makes up none: an item that is not tracked, or no longer kept at the location, or without SKU, by which it
 * can't be told apart. A webhook tells only what is available, so that none is read as content.
 */
public final class ShopifyLevelMapper implements PayloadMapper {
    private static final String UPDATED_AT = "updatedAt";

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        Payload payload = Payload.parse(raw.getPayload());
        if (raw.getFeed() == Feed.WEBHOOK) {
            throw payload.broken("quantities", "a webhook does not tell the whole of a level");
        }
        Payload item = payload.object("item");
        String warehouse = payload.object("location").id("id", "Location");
        if (!raw.getId().equals(item.id("id", "InventoryItem") + "-" + warehouse)) {
            throw payload.broken("item", "must be the item of the raw record, and so the location");
        }
        String sku = Skus.of(item);
        Map<String, Long> units = units(payload);
        InventoryLevel level = level(raw, payload, item, warehouse, sku, units);
        boolean isCounted = payload.flag("isActive") && item.flag("tracked") && !sku.equals(Skus.NONE);
        return isCounted
                ? List.of(new Fact(Topics.INVENTORY_LEVEL, raw.getUnit() + "/" + level.getLevelId(), level))
                : List.of();
    }

    private static InventoryLevel level(
            RawRecord raw, Payload payload, Payload item, String warehouse, String sku, Map<String, Long> units)
            throws UnmappableException {
        long available = units(payload, units, "available");
        Instant measuredAt = measuredAt(payload, item);
        @Nullable Long cost = null;
        @Nullable String currency = null;
        if (item.has("unitCost")) {
            Amounts amounts = Amounts.inCurrencyOf(item.object("unitCost"), "currencyCode");
            cost = amounts.money(item, "unitCost");
            currency = amounts.currency();
        }
        return InventoryLevel.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setLevelId(LevelSuccession.levelId(warehouse, sku, measuredAt))
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setWarehouse(warehouse)
                .setSku(sku)
                .setMeasuredAt(measuredAt)
                .setOnHand(units(payload, units, "on_hand"))
                .setAvailable(Math.max(0, available))
                .setCommitted(Math.max(0, units(payload, units, "committed")))
                .setBackordered(Math.max(0, -available))
                .setIncoming(Math.max(0, units(payload, units, "incoming")))
                .setUnitCostMicros(cost)
                .setCurrency(currency)
                .setUpdatedAt(measuredAt)
                .build();
    }

    private static Map<String, Long> units(Payload payload) throws UnmappableException {
        Map<String, Long> units = new HashMap<>();
        for (Payload quantity : payload.objects("quantities")) {
            units.put(quantity.text("name"), quantity.wholeNumber("quantity", Integer.MIN_VALUE));
        }
        return units;
    }

    private static long units(Payload payload, Map<String, Long> units, String name) throws UnmappableException {
        Long told = units.get(name);
        if (told == null) {
            throw payload.broken("quantities", "must have " + name);
        }
        return told;
    }

    /** Not every change of what a level says moves its own update time. */
    private static Instant measuredAt(Payload payload, Payload item) throws UnmappableException {
        Instant newest = later(payload.instant(UPDATED_AT), item.instantOrNull(UPDATED_AT));
        for (Payload quantity : payload.objects("quantities")) {
            newest = later(newest, quantity.instantOrNull(UPDATED_AT));
        }
        return newest;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
