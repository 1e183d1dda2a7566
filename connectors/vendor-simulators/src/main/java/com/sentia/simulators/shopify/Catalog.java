package com.sentia.simulators.shopify;

import com.sentia.simulators.company.Article;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A shop's articles, told from its orders: called and priced as last sold. Built when first asked for. */
final class Catalog {
    /** An article as it stood at a moment. */
    record Product(
            long id,
            String sku,
            String title,
            long priceMicros,
            long firstPriceMicros,
            long createdAt,
            long updatedAt) {}

    /** The only variant of an article. */
    record Variant(Product product) {}

    private record Change(long at, String title, long priceMicros) {}

    private record Listing(long id, String sku, List<Change> changes) {
        Optional<Product> at(long second) {
            int seen = 0;
            while (seen < changes.size() && changes.get(seen).at() <= second) {
                seen++;
            }
            if (seen == 0) {
                return Optional.empty();
            }
            Change now = changes.get(seen - 1);
            return Optional.of(new Product(
                    id,
                    sku,
                    now.title(),
                    now.priceMicros(),
                    changes.get(0).priceMicros(),
                    changes.get(0).at(),
                    now.at()));
        }
    }

    private record Listings(Map<String, Listing> bySku, Map<Long, Listing> byId) {}

    private final List<RetailOrder> shopOrders;
    private @Nullable Listings listings;

    private final Deletions deletions;

    Catalog(List<RetailOrder> shopOrders, Deletions deletions) {
        this.shopOrders = shopOrders;
        this.deletions = deletions;
    }

    /** The articles that had been deleted by an epoch second. */
    List<EventFields.Destroyed> destroyed(long second) {
        return known().byId().values().stream()
                .map(listing -> new EventFields.Destroyed(deletedAt(listing), "Product", listing.id()))
                .filter(event -> event.at() <= second)
                .toList();
    }

    Optional<Product> ofSku(String sku, long second) {
        return Optional.ofNullable(known().bySku().get(sku)).flatMap(listing -> seen(listing, second));
    }

    Optional<Product> product(long id, long second) {
        return Optional.ofNullable(known().byId().get(id)).flatMap(listing -> seen(listing, second));
    }

    /** The articles that had been sold by an epoch second. */
    List<Product> products(long second) {
        return known().bySku().values().stream()
                .flatMap(listing -> seen(listing, second).stream())
                .toList();
    }

    private Optional<Product> seen(Listing listing, long second) {
        return second < deletedAt(listing) ? listing.at(second) : Optional.empty();
    }

    private long deletedAt(Listing listing) {
        return deletions.ofProduct(listing.id(), listing.changes().get(0).at());
    }

    /** All that will ever be sold. */
    List<Article> articles() {
        return known().bySku().values().stream()
                .map(article -> new Article(
                        article.id(),
                        article.sku(),
                        article.changes().get(0).at(),
                        article.changes().get(0).priceMicros()))
                .toList();
    }

    private synchronized Listings known() {
        if (listings == null) {
            Map<String, Listing> bySku = new HashMap<>();
            shopOrders.stream()
                    .filter(order -> !order.carrier())
                    .sorted(Comparator.comparingLong(RetailOrder::placedAt))
                    .forEach(order -> order.goods().forEach(line -> sold(bySku, order, line)));
            listings = new Listings(
                    bySku, bySku.values().stream().collect(Collectors.toMap(Listing::id, Function.identity())));
        }
        return listings;
    }

    /** An article's id is the number of the line that sold it first. */
    private static void sold(Map<String, Listing> built, RetailOrder order, OrderLine line) {
        Listing article = built.computeIfAbsent(line.sku(), sku -> new Listing(line.number(), sku, new ArrayList<>(2)));
        List<Change> changes = article.changes();
        Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (last == null
                || last.priceMicros() != line.priceMicros()
                || !last.title().equals(line.title())) {
            changes.add(new Change(order.placedAt(), line.title(), line.priceMicros()));
        }
    }
}
