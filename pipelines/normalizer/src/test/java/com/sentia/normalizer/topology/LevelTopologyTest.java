package com.sentia.normalizer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.normalizer.facts.LevelSuccession;
import com.sentia.normalizer.mapping.ShopifyLevelMapper;
import com.sentia.normalizer.topology.TestingNormalizer.Sent;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock levels through the running topology: the state is what the succession makes of it. */
class LevelTopologyTest {
    private static final Feed LEVELS = new Feed(
            "shopify-inventory-level",
            Topics.RAW_SHOPIFY_INVENTORY_LEVEL,
            List.of(Topics.INVENTORY_LEVEL),
            new ShopifyLevelMapper(),
            new LevelSuccession());

    @TempDir
    private Path folder;

    @Test
    void sendsEachLevelOnceAndALastOneOfNothingWhenItIsDeleted() {
        try (TestingNormalizer normalizer = new TestingNormalizer(folder, LEVELS)) {
            normalizer.read(
                    level(1, 10),
                    level(1, 10),
                    level(2, 10),
                    level(3, 8),
                    level(2, 99),
                    RawOrders.raw("501-6101", 4, Op.DELETE, null));

            List<Sent> sent = normalizer.sentTo(Topics.INVENTORY_LEVEL);
            assertThat(sent)
                    .extracting(one -> one.as(InventoryLevel.class).getOnHand())
                    .containsExactly(10L, 8L, 0L);
            assertThat(sent).extracting(Sent::key).doesNotHaveDuplicates();
            assertThat(sent)
                    .extracting(one -> one.as(InventoryLevel.class).getOp())
                    .containsOnly(Op.UPSERT);
        }
    }

    private static RawRecord level(int minute, int onHand) {
        String at = RawOrders.NOON.plusSeconds(60L * minute).toString();
        return RawOrders.raw("501-6101", minute, Op.UPSERT, """
                {"id": "gid://shopify/InventoryLevel/1?inventory_item_id=501", "isActive": true, "updatedAt": "%s",
                 "location": {"id": "gid://shopify/Location/6101"},
                 "item": {"id": "gid://shopify/InventoryItem/501", "sku": "A", "tracked": true, "updatedAt": null,
                   "unitCost": null},
                 "quantities": [{"name": "available", "quantity": %d, "updatedAt": null},
                   {"name": "on_hand", "quantity": %d, "updatedAt": null},
                   {"name": "committed", "quantity": 0, "updatedAt": null},
                   {"name": "incoming", "quantity": 0, "updatedAt": null}]}""".formatted(at, onHand, onHand));
    }
}
