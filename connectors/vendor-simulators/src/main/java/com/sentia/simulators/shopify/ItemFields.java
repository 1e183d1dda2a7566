package com.sentia.simulators.shopify;

import com.sentia.simulators.company.UnitCosts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of what is kept in stock of a variant. */
final class ItemFields {
    /** What is kept in stock of a variant; it has the same number. */
    record ItemOf(Catalog.Variant variant) {
        long id() {
            return variant.product().id();
        }

        private @Nullable Money unitCost(Moment moment) {
            return moment.stock()
                    .cost(variant.product(), moment.second())
                    .map(cost -> new Money(cost.micros()))
                    .orElse(null);
        }

        /** It changes with its cost, not with its price or its stock. */
        private long updatedAt(Moment moment) {
            return moment.stock()
                    .cost(variant.product(), moment.second())
                    .map(UnitCosts.Cost::since)
                    .orElse(variant.product().createdAt());
        }
    }

    private ItemFields() {}

    static ObjectType<ItemOf> inventoryItem() {
        return ObjectType.of(ItemOf.class, "InventoryItem")
                .with("id", item -> Gid.of("InventoryItem", item.id()))
                .with("legacyResourceId", item -> Long.toString(item.id()))
                .with("sku", item -> item.variant().product().sku())
                .with(
                        "createdAt",
                        item -> OrderFields.time(item.variant().product().createdAt()))
                .with("updatedAt", (item, arguments, moment) -> OrderFields.time(item.updatedAt(moment)))
                .with("unitCost", (item, arguments, moment) -> item.unitCost(moment))
                .with("variant", ItemOf::variant)
                .with("inventoryLevels", (item, arguments, moment) -> LevelFields.ofItem(item.id(), arguments, moment))
                .with(
                        "inventoryLevel",
                        (item, arguments, moment) -> LevelFields.level(
                                Gid.parse(String.valueOf(arguments.get("locationId")))
                                        .number(),
                                item.id(),
                                moment))
                .always(null, "countryCodeOfOrigin", "harmonizedSystemCode", "provinceCodeOfOrigin")
                .always(0, "duplicateSkuCount")
                .always(true, "requiresShipping", "tracked");
    }

    static @Nullable ItemOf item(long id, Moment moment) {
        return moment.catalog()
                .product(id, moment.second())
                .map(Catalog.Variant::new)
                .map(ItemOf::new)
                .orElse(null);
    }

    /** A page of all items a search finds, by their ids. */
    static Connection items(Map<String, Object> arguments, Moment moment) {
        SearchQuery search =
                SearchQuery.parse(arguments.get("query"), moment.second()).allowOnly("updated_at", "created_at", "id");
        List<ItemOf> found = moment.catalog().products(moment.second()).stream()
                .map(product -> new ItemOf(new Catalog.Variant(product)))
                .filter(item -> search.range("updated_at").contains(item.updatedAt(moment)))
                .filter(item -> search.range("created_at")
                        .contains(item.variant().product().createdAt()))
                .filter(item -> search.range("id").contains(item.id()))
                .sorted(Comparator.comparingLong(ItemOf::id))
                .toList();
        return Connection.of(found, item -> new Cursor(0, item.id()), PageRequest.of(arguments));
    }
}
