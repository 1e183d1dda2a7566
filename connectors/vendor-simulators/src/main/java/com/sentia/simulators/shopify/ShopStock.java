package com.sentia.simulators.shopify;

import com.sentia.simulators.company.Article;
import com.sentia.simulators.company.Site;
import com.sentia.simulators.company.StockLedger;
import com.sentia.simulators.company.SupplyTroubles;
import com.sentia.simulators.company.UnitCosts;
import com.sentia.simulators.retail.RetailOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shop's places and what they hold. Played through when first asked for. */
final class ShopStock {
    private final List<Site> sites;
    private final Catalog catalog;
    private final List<RetailOrder> shopOrders;
    private final long seed;
    private final SupplyTroubles troubles;
    private final UnitCosts costs;
    private @Nullable StockLedger ledger;

    ShopStock(Shop shop, Catalog catalog, List<RetailOrder> shopOrders, long seed, SupplyTroubles troubles) {
        this.sites = Site.of(shop.region());
        this.catalog = catalog;
        this.shopOrders = shopOrders;
        this.seed = seed;
        this.troubles = troubles;
        this.costs = new UnitCosts(seed);
    }

    List<Site> sites() {
        return sites;
    }

    Optional<Site> site(long id) {
        return sites.stream().filter(site -> site.id() == id).findFirst();
    }

    synchronized StockLedger ledger() {
        if (ledger == null) {
            ledger = new StockLedger(sites, catalog.articles(), shopOrders, seed, troubles);
        }
        return ledger;
    }

    /** What a unit of an article costs at an epoch second at which it is known. */
    Optional<UnitCosts.Cost> cost(Catalog.Product product, long second) {
        return costs.of(article(product), second);
    }

    private static Article article(Catalog.Product product) {
        return new Article(product.id(), product.sku(), product.createdAt(), product.firstPriceMicros());
    }
}
