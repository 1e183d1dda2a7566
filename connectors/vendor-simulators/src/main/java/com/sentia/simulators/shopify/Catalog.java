package com.sentia.simulators.shopify;

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
    record Product(long id, String sku, String title, long priceMicros, long createdAt, long updatedAt) {}

    /** The only variant of an article. */
    record Variant(Product product) {}

    private record Change(long at, String title, long priceMicros) {}

    private record Article(long id, String sku, List<Change> changes) {
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
                    id, sku, now.title(), now.priceMicros(), changes.get(0).at(), now.at()));
        }
    }

    private record Articles(Map<String, Article> bySku, Map<Long, Article> byId) {}

    private final List<RetailOrder> shopOrders;
    private @Nullable Articles articles;

    private final Deletions deletions;

    Catalog(List<RetailOrder> shopOrders, Deletions deletions) {
        this.shopOrders = shopOrders;
        this.deletions = deletions;
    }

    /** The articles that had been deleted by an epoch second. */
    List<EventFields.Destroyed> destroyed(long second) {
        return articles().byId().values().stream()
                .map(article -> new EventFields.Destroyed(deletedAt(article), "Product", article.id()))
                .filter(event -> event.at() <= second)
                .toList();
    }

    Optional<Product> ofSku(String sku, long second) {
        return Optional.ofNullable(articles().bySku().get(sku)).flatMap(article -> seen(article, second));
    }

    Optional<Product> product(long id, long second) {
        return Optional.ofNullable(articles().byId().get(id)).flatMap(article -> seen(article, second));
    }

    /** The articles that had been sold by an epoch second. */
    List<Product> products(long second) {
        return articles().bySku().values().stream()
                .flatMap(article -> seen(article, second).stream())
                .toList();
    }

    private Optional<Product> seen(Article article, long second) {
        return second < deletedAt(article) ? article.at(second) : Optional.empty();
    }

    private long deletedAt(Article article) {
        return deletions.ofProduct(article.id(), article.changes().get(0).at());
    }

    private synchronized Articles articles() {
        if (articles == null) {
            Map<String, Article> bySku = new HashMap<>();
            shopOrders.stream()
                    .filter(order -> !order.carrier())
                    .sorted(Comparator.comparingLong(RetailOrder::placedAt))
                    .forEach(order -> order.goods().forEach(line -> sold(bySku, order, line)));
            articles = new Articles(
                    bySku, bySku.values().stream().collect(Collectors.toMap(Article::id, Function.identity())));
        }
        return articles;
    }

    /** An article's id is the number of the line that sold it first. */
    private static void sold(Map<String, Article> built, RetailOrder order, OrderLine line) {
        Article article = built.computeIfAbsent(line.sku(), sku -> new Article(line.number(), sku, new ArrayList<>(2)));
        List<Change> changes = article.changes();
        Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (last == null
                || last.priceMicros() != line.priceMicros()
                || !last.title().equals(line.title())) {
            changes.add(new Change(order.placedAt(), line.title(), line.priceMicros()));
        }
    }
}
