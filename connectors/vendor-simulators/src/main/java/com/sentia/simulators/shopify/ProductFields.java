package com.sentia.simulators.shopify;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The fields of articles and their variants. */
final class ProductFields {
    private ProductFields() {}

    static ObjectType<Catalog.Product> product() {
        return ObjectType.of(Catalog.Product.class, "Product")
                .with("id", product -> Gid.of("Product", product.id()))
                .with("legacyResourceId", product -> Long.toString(product.id()))
                .with("title", Catalog.Product::title)
                .with(
                        "handle",
                        product -> product.sku().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .with("createdAt", product -> OrderFields.time(product.createdAt()))
                .with("publishedAt", product -> OrderFields.time(product.createdAt()))
                .with("updatedAt", product -> OrderFields.time(product.updatedAt()))
                .with("variants", ProductFields::variantsOf)
                .with("variantsCount", product -> new RootFields.CountOf(1, true))
                .always("ACTIVE", "status")
                .always("Sentia", "vendor")
                .always("", "productType", "description")
                .always(List.of(), "tags")
                .always(null, "category", "templateSuffix")
                .always(true, "hasOnlyDefaultVariant")
                .always(false, "isGiftCard", "hasOutOfStockVariants");
    }

    static ObjectType<Catalog.Variant> variant() {
        return ObjectType.of(Catalog.Variant.class, "ProductVariant")
                .with(
                        "id",
                        variant -> Gid.of("ProductVariant", variant.product().id()))
                .with(
                        "legacyResourceId",
                        variant -> Long.toString(variant.product().id()))
                .with("sku", variant -> variant.product().sku())
                .with("displayName", variant -> variant.product().title() + " - Default Title")
                .with("price", variant -> new Money(variant.product().priceMicros()).amount())
                .with("createdAt", variant -> OrderFields.time(variant.product().createdAt()))
                .with("updatedAt", variant -> OrderFields.time(variant.product().updatedAt()))
                .with("product", Catalog.Variant::product)
                .with("inventoryItem", ItemFields.ItemOf::new)
                .always("Default Title", "title")
                .always(1, "position")
                .always(null, "barcode", "compareAtPrice", "unitPrice", "taxCode", "image", "inventoryQuantity")
                .always(true, "availableForSale")
                .always(false, "taxable", "requiresComponents");
    }

    static RootFields.CountOf count(Map<String, Object> arguments, Moment moment) {
        return RootFields.CountOf.limited(found(arguments, moment).size(), arguments);
    }

    static Connection products(Map<String, Object> arguments, Moment moment) {
        return page(arguments, moment);
    }

    static Connection variants(Map<String, Object> arguments, Moment moment) {
        return page(arguments, moment).map(Catalog.Variant::new, Catalog.Product.class);
    }

    private static Connection variantsOf(Catalog.Product product, Map<String, Object> arguments, Moment moment) {
        return Connection.of(
                List.of(new Catalog.Variant(product)),
                variant -> new Cursor(0, variant.product().id()),
                PageRequest.of(arguments));
    }

    private static Connection page(Map<String, Object> arguments, Moment moment) {
        ToLongFunction<Catalog.Product> value = switch (String.valueOf(arguments.get("sortKey"))) {
            case "ID" -> Catalog.Product::id;
            case "CREATED_AT" -> Catalog.Product::createdAt;
            case "UPDATED_AT" -> Catalog.Product::updatedAt;
            default -> throw new QueryRefused("not simulated: sort key " + arguments.get("sortKey"), "NOT_SIMULATED");
        };
        List<Catalog.Product> sorted = found(arguments, moment).stream()
                .sorted(Comparator.comparingLong(value).thenComparingLong(Catalog.Product::id))
                .toList();
        return Connection.of(
                sorted, product -> new Cursor(value.applyAsLong(product), product.id()), PageRequest.of(arguments));
    }

    private static List<Catalog.Product> found(Map<String, Object> arguments, Moment moment) {
        SearchQuery search = SearchQuery.parse(arguments.get("query"), moment.second());
        return moment.catalog().products(moment.second()).stream()
                .filter(product -> search.range("updated_at").contains(product.updatedAt()))
                .filter(product -> search.range("created_at").contains(product.createdAt()))
                .filter(product -> search.range("id").contains(product.id()))
                .toList();
    }
}
