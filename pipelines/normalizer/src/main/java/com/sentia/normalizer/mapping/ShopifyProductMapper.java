package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.CatalogProduct;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify product as one CatalogProduct for each SKU among its variants.
 *
 * <p>Variants without SKU can't be told apart from sales and make up nothing; of several with the same SKU the first
 * counts.
 */
public final class ShopifyProductMapper implements PayloadMapper {
    private final Amounts amounts;

    /**
     * A mapper for shops that all sell in one currency.
     *
     * @param currency ISO 4217 code of the shops' own currency
     */
    public ShopifyProductMapper(String currency) {
        this.amounts = new Amounts(currency);
    }

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        Payload payload = Payload.parse(raw.getPayload());
        payload.id("id", "Product");
        String title = payload.text("title");
        @Nullable String category = payload.textOrNull("productType");
        List<Fact> facts = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        for (Payload variant : payload.objects("variants")) {
            String sku = Skus.of(variant);
            if (sku.equals(Skus.NONE) || !skus.add(sku)) {
                continue;
            }
            CatalogProduct product = CatalogProduct.newBuilder()
                    .setSource(raw.getVendor())
                    .setUnit(raw.getUnit())
                    .setSku(sku)
                    .setVersion(raw.getVersion())
                    .setOp(Op.UPSERT)
                    .setTitle(title)
                    .setCategory(category == null || category.isBlank() ? null : category)
                    .setPriceMicros(amounts.decimal(variant, "price"))
                    .setCostMicros(costMicros(variant))
                    .setCurrency(amounts.currency())
                    .setUpdatedAt(payload.instant("updatedAt"))
                    .build();
            facts.add(new Fact(Topics.CATALOG_PRODUCT, raw.getUnit() + "/" + sku, product));
        }
        return facts;
    }

    private @Nullable Long costMicros(Payload variant) throws UnmappableException {
        if (!variant.has("inventoryItem") || !variant.object("inventoryItem").has("unitCost")) {
            return null;
        }
        return amounts.money(variant.object("inventoryItem"), "unitCost");
    }
}
