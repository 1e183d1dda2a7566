package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.RetailOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of the query root and of the shop. */
final class RootFields {
    /** The object that a query's top-level fields belong to. */
    enum Root {
        QUERY
    }

    /** How many there are, and whether that is all. */
    record CountOf(int count, boolean exact) {
        /** What Shopify tells when there are so many and no more than a limit are counted. */
        static CountOf limited(int count, Map<String, Object> arguments) {
            int limit = limit(arguments);
            return new CountOf(Math.min(count, limit), count <= limit);
        }
    }

    private RootFields() {}

    static ObjectType<Root> root() {
        return ObjectType.of(Root.class, "QueryRoot")
                .with("shop", (root, arguments, moment) -> moment.shop())
                .with("orders", (root, arguments, moment) -> orders(arguments, moment))
                .with("ordersCount", (root, arguments, moment) -> count(arguments, moment))
                .with("order", (root, arguments, moment) -> ofType("Order", arguments, moment))
                .with("refund", (root, arguments, moment) -> ofType("Refund", arguments, moment))
                .with("product", (root, arguments, moment) -> ofType("Product", arguments, moment))
                .with("productVariant", (root, arguments, moment) -> ofType("ProductVariant", arguments, moment))
                .with("inventoryItem", (root, arguments, moment) -> ofType("InventoryItem", arguments, moment))
                .with("inventoryItems", (root, arguments, moment) -> ItemFields.items(arguments, moment))
                .with("inventoryLevel", (root, arguments, moment) -> level(id(arguments), moment))
                .with("location", (root, arguments, moment) -> LocationFields.location(arguments.get("id"), moment))
                .with("locations", (root, arguments, moment) -> LocationFields.locations(arguments, moment))
                .with("locationsCount", (root, arguments, moment) -> LocationFields.count(arguments, moment))
                .with("customer", (root, arguments, moment) -> ofType("Customer", arguments, moment))
                .with(
                        "customers",
                        (root, arguments, moment) -> moment.customers().page(arguments, moment.second()))
                .with("customersCount", (root, arguments, moment) -> customers(arguments, moment))
                .with("fulfillmentOrder", (root, arguments, moment) -> ofType("FulfillmentOrder", arguments, moment))
                .with("fulfillmentOrders", (root, arguments, moment) -> FulfillmentFields.orders(arguments, moment))
                .with("node", (root, arguments, moment) -> node(id(arguments), moment))
                .with("nodes", (root, arguments, moment) -> nodes(arguments, moment))
                .with("currentAppInstallation", (root, arguments, moment) -> new AppFields.Installation())
                .with("bulkOperation", (root, arguments, moment) -> BulkFields.find(arguments, moment))
                .with("bulkOperations", (root, arguments, moment) -> BulkFields.all(arguments, moment))
                .with("events", (root, arguments, moment) -> EventFields.all(arguments, moment))
                .with("webhookSubscriptions", (root, arguments, moment) -> SubscriptionFields.all(arguments, moment))
                .with("productsCount", (root, arguments, moment) -> ProductFields.count(arguments, moment))
                .with("products", (root, arguments, moment) -> ProductFields.products(arguments, moment))
                .with("productVariants", (root, arguments, moment) -> ProductFields.variants(arguments, moment));
    }

    static ObjectType<Shop> shop() {
        return ObjectType.of(Shop.class, "Shop")
                .with("id", shop -> Gid.of("Shop", shop.id()))
                .with("name", shop -> "Sentia " + shop.region())
                .with("myshopifyDomain", Shop::domain)
                .with("url", shop -> "https://" + shop.domain())
                .with("email", shop -> "owner@" + shop.domain())
                .with("contactEmail", shop -> "owner@" + shop.domain())
                .with("createdAt", shop -> "2009-12-01T00:00:00Z")
                .with("updatedAt", (shop, arguments, moment) -> "2009-12-01T00:00:00Z")
                .with("timezoneOffsetMinutes", (shop, arguments, moment) -> offsetMinutes(moment))
                .with("orders", (shop, arguments, moment) -> orders(arguments, moment))
                .always(Money.CURRENCY, "currencyCode")
                .always(List.of(Money.CURRENCY), "enabledPresentmentCurrencies")
                .always("Europe/London", "ianaTimezone")
                .always("GMT", "timezoneAbbreviation")
                .always("KILOGRAMS", "weightUnit")
                .always("METRIC_SYSTEM", "unitSystem")
                .always(false, "taxShipping", "taxesIncluded", "setupRequired");
    }

    static ObjectType<CountOf> countOf() {
        return ObjectType.of(CountOf.class, "Count")
                .with("count", CountOf::count)
                .with("precision", count -> count.exact() ? "EXACT" : "AT_LEAST");
    }

    private static Connection orders(Map<String, Object> arguments, Moment moment) {
        SearchQuery search = SearchQuery.parse(arguments.get("query"), moment.second());
        OrderSort sort = OrderSort.of(arguments.get("sortKey"));
        PageRequest page = PageRequest.of(arguments);
        Connection orders = moment.timeline().orders(page, sort, search, moment.second());
        boolean feed = sort == OrderSort.UPDATED_AT && !page.descending() && !page.fromEnd();
        if (feed && !orders.hasNextPage() && search.isOpenEndedFeed(moment.second())) {
            moment.serveEnd();
        }
        return orders.map(ShopTimeline.Entry::order, ShopTimeline.Entry.class);
    }

    private static CountOf count(Map<String, Object> arguments, Moment moment) {
        SearchQuery search = SearchQuery.parse(arguments.get("query"), moment.second());
        int listed = moment.timeline().count(search, moment.second(), limit(arguments) + 1);
        return CountOf.limited(listed + moment.app().hidden().get(), arguments);
    }

    private static int limit(Map<String, Object> arguments) {
        return arguments.get("limit") instanceof Number number ? number.intValue() : Integer.MAX_VALUE - 1;
    }

    private static List<@Nullable Object> nodes(Map<String, Object> arguments, Moment moment) {
        List<@Nullable Object> nodes = new ArrayList<>();
        if (arguments.get("ids") instanceof List<?> ids) {
            ids.forEach(id -> nodes.add(node(id, moment)));
        }
        return nodes;
    }

    private static @Nullable Object ofType(String type, Map<String, Object> arguments, Moment moment) {
        Gid id = Gid.parse(id(arguments));
        return id.type().equals(type) ? node(id, moment) : null;
    }

    private static CountOf customers(Map<String, Object> arguments, Moment moment) {
        return CountOf.limited(moment.customers().count(arguments, moment.second()), arguments);
    }

    private static @Nullable Object level(Object id, Moment moment) {
        LevelGid level = LevelGid.parse(id);
        return LevelFields.level(level.site(), level.article(), moment);
    }

    private static @Nullable Object node(Object id, Moment moment) {
        return LevelGid.isOne(id) ? level(id, moment) : node(Gid.parse(id), moment);
    }

    private static @Nullable Object node(Gid id, Moment moment) {
        return switch (id.type()) {
            case "Order" ->
                moment.timeline().order(id.number(), moment.second()).orElse(null);
            case "Refund" ->
                moment.timeline()
                        .orderOfRefund(id.number(), moment.second())
                        .map(order -> refund(order, id.number()))
                        .orElse(null);
            case "Product" ->
                moment.catalog().product(id.number(), moment.second()).orElse(null);
            case "ProductVariant" ->
                moment.catalog()
                        .product(id.number(), moment.second())
                        .map(Catalog.Variant::new)
                        .orElse(null);
            case "InventoryItem" -> ItemFields.item(id.number(), moment);
            case "Location" -> moment.stock().site(id.number()).orElse(null);
            case "Customer" ->
                moment.customers()
                        .account(id.number(), moment.second())
                        .map(Customers.Account::person)
                        .orElse(null);
            case "FulfillmentOrder" -> FulfillmentFields.order(id.number(), moment);
            case "Shop" -> moment.shop();
            default -> throw new QueryRefused("not simulated: node of type " + id.type(), "NOT_SIMULATED");
        };
    }

    private static RefundFields.RefundOf refund(RetailOrder order, long id) {
        return order.refunds().stream()
                .filter(refund -> refund.id() == id)
                .findFirst()
                .map(refund -> new RefundFields.RefundOf(order, refund))
                .orElseThrow();
    }

    private static Object id(Map<String, Object> arguments) {
        return Objects.requireNonNull(arguments.get("id"));
    }

    private static int offsetMinutes(Moment moment) {
        return com.sentia.simulators.retail.DateShift.ZONE
                        .getRules()
                        .getOffset(Instant.ofEpochSecond(moment.second()))
                        .getTotalSeconds()
                / 60;
    }
}
