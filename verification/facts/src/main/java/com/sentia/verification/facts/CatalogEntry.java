package com.sentia.verification.facts;

import com.sentia.schemas.CatalogProduct;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.facts.Company.Article;
import org.apache.avro.specific.SpecificRecord;

/**
 * One article as one unit lists it.
 *
 * @param source the system that lists it
 * @param unit the shop, or the stock system
 * @param currency its currency
 * @param article what it is
 * @param title what it is called
 */
record CatalogEntry(String source, String unit, String currency, Article article, String title) implements Entity {
    @Override
    public Topic topic() {
        return Topics.CATALOG_PRODUCT;
    }

    @Override
    public String key() {
        return unit + "/" + article.sku();
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return CatalogProduct.newBuilder()
                .setSource(source)
                .setUnit(unit)
                .setSku(article.sku())
                .setVersion(version)
                .setOp(op)
                .setTitle(title)
                .setCategory(article.category())
                .setPriceMicros(article.priceMicros() == 0 ? null : Company.listed(article.priceMicros(), currency))
                .setCostMicros(Company.listed(article.costMicros(), currency))
                .setCurrency(currency)
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }
}
