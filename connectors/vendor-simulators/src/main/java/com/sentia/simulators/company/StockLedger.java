package com.sentia.simulators.company;

import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RefundPart;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What each of a shop's places holds of each article at any moment, told from its orders, its refunds and a seed. */
public final class StockLedger {
    /** A change of a level. */
    public record Change(long at, StockLevel level) {}

    private static final int SECOND_PLACE_KEEPS_ONE_IN = 3;
    private static final int SECOND_PLACE_SERVES_ONE_IN = 4;
    private static final int CLOSED_PLACE_KEPT_ONE_IN = 10;
    private static final int MOST_PLACES = 10;
    /** Bits of a change that say which level it is of; the others are the second. */
    private static final int LEVEL_BITS = 28;

    private static final Replenishment NONE = new Replenishment(0, -1, 0, 1);

    private final List<Site> sites;
    private final long seed;
    private final SupplyTroubles troubles;
    private final Map<Long, List<StockLevel>> bySite = new HashMap<>();
    private final List<StockLevel> all = new ArrayList<>();
    private final long[] changes;
    private final List<FulfilmentOrder> fulfilments;
    private final List<PurchaseOrder> purchases;

    /**
     * Plays through all there is.
     *
     * @param articles what the shop sells; what else stands on its orders is not kept in stock
     * @param orders the shop's, with all that will ever happen to them
     * @param troubles what goes wrong with supply
     */
    public StockLedger(
            List<Site> sites, List<Article> articles, List<RetailOrder> orders, long seed, SupplyTroubles troubles) {
        this.sites = List.copyOf(sites);
        this.seed = seed;
        this.troubles = troubles;
        sites.forEach(site -> bySite.put(site.id(), new ArrayList<>()));
        Map<String, Article> bySku = new HashMap<>();
        articles.forEach(article -> bySku.put(article.sku(), article));
        Map<String, Map<Site, List<Movement>>> movements = movements(bySku, orders);
        Dispatch dispatch = new Dispatch();
        Purchasing purchasing = new Purchasing();
        articles.stream()
                .sorted(Comparator.comparingLong(Article::id))
                .forEach(article ->
                        keep(article, movements.getOrDefault(article.sku(), Map.of()), dispatch, purchasing));
        purchases = purchasing.orders();
        fulfilments = fulfilments(bySku, orders, dispatch);
        changes = index();
    }

    /** The places there are. */
    public List<Site> sites() {
        return sites;
    }

    /** The levels of a place by the ids of their articles; none of a place there is not. */
    public List<StockLevel> levelsAt(long site) {
        return bySite.getOrDefault(site, List.of());
    }

    /** The level of an article at a place. */
    public Optional<StockLevel> level(long article, long site) {
        return levelsAt(site).stream()
                .filter(level -> level.article() == article)
                .findFirst();
    }

    /** What each place has to send of each order, by id. */
    public List<FulfilmentOrder> fulfilments() {
        return fulfilments;
    }

    /** What the places order of their suppliers, by when it is placed; all there will ever be. */
    public List<PurchaseOrder> purchases() {
        return purchases;
    }

    /** The changes after one epoch second, up to another, by time. */
    public List<Change> changes(long after, long upTo) {
        List<Change> found = new ArrayList<>();
        for (int i = firstAfter(after); i < changes.length && changes[i] >>> LEVEL_BITS <= upTo; i++) {
            int level = (int) (changes[i] & ((1L << LEVEL_BITS) - 1));
            found.add(new Change(changes[i] >>> LEVEL_BITS, all.get(level)));
        }
        return found;
    }

    private void keep(Article article, Map<Site, List<Movement>> movements, Dispatch dispatch, Purchasing purchasing) {
        for (Site site : sites) {
            if (!keeps(site, article)) {
                continue;
            }
            SplittableRandom chance = Chance.of(seed, "stock", site.id(), article.id());
            List<Movement> here = movements.getOrDefault(site, List.of());
            Replenishment rule = site.isActive() ? Replenishment.of(here, chance) : NONE;
            StockLevel level =
                    StockPlay.play(article, site, here, rule, chance, troubles.of(article.sku()), dispatch, purchasing);
            levelsAt(site.id()).add(level);
            all.add(level);
        }
    }

    private Map<String, Map<Site, List<Movement>>> movements(Map<String, Article> bySku, List<RetailOrder> orders) {
        Map<String, Map<Site, List<Movement>>> movements = new HashMap<>();
        for (RetailOrder order : orders) {
            for (OrderLine line : order.goods()) {
                if (line.quantity() > 0) {
                    add(movements, bySku, order, line, new Movement(order.placedAt(), line.number(), -line.quantity()));
                }
            }
            for (Refund refund : order.refunds()) {
                for (RefundPart part : refund.parts()) {
                    Movement back = new Movement(refund.at(), part.line().number(), part.units());
                    add(movements, bySku, order, part.line(), back);
                }
            }
        }
        movements
                .values()
                .forEach(places -> places.values().forEach(list -> list.sort(Comparator.comparingLong(Movement::at))));
        return movements;
    }

    private void add(
            Map<String, Map<Site, List<Movement>>> movements,
            Map<String, Article> bySku,
            RetailOrder order,
            OrderLine line,
            Movement movement) {
        Article article = bySku.get(line.sku());
        if (article != null && movement.at() >= article.createdAt()) {
            movements
                    .computeIfAbsent(line.sku(), sku -> new HashMap<>())
                    .computeIfAbsent(servedFrom(article, order), site -> new ArrayList<>())
                    .add(movement);
        }
    }

    private List<FulfilmentOrder> fulfilments(Map<String, Article> bySku, List<RetailOrder> orders, Dispatch dispatch) {
        List<FulfilmentOrder> found = new ArrayList<>();
        for (RetailOrder order : orders) {
            for (int place = 0; place < sites.size() && !order.carrier(); place++) {
                Site site = sites.get(place);
                List<OrderLine> lines = order.goods().stream()
                        .filter(line -> line.quantity() > 0 && isServedFrom(site, bySku.get(line.sku()), order))
                        .toList();
                if (!lines.isEmpty()) {
                    long id = order.id() * MOST_PLACES + place + 1;
                    long promisedAt = order.placedAt() + StockPlay.LATEST_SENT;
                    found.add(new FulfilmentOrder(id, order, site, lines, promisedAt, dispatch));
                }
            }
        }
        found.sort(Comparator.comparingLong(FulfilmentOrder::id));
        return List.copyOf(found);
    }

    private boolean isServedFrom(Site site, @Nullable Article article, RetailOrder order) {
        return article != null
                && order.placedAt() >= article.createdAt()
                && servedFrom(article, order).equals(site);
    }

    private Site servedFrom(Article article, RetailOrder order) {
        Site second = sites.get(1);
        return second.isActive()
                        && keeps(second, article)
                        && Chance.isOneIn(SECOND_PLACE_SERVES_ONE_IN, seed, "served", order.id())
                ? second
                : sites.get(0);
    }

    private boolean keeps(Site site, Article article) {
        if (site.equals(sites.get(0))) {
            return true;
        }
        int one = site.isActive() ? SECOND_PLACE_KEEPS_ONE_IN : CLOSED_PLACE_KEPT_ONE_IN;
        return Chance.isOneIn(one, seed, "kept", site.id(), article.id());
    }

    private long[] index() {
        long[] index = new long[all.stream().mapToInt(StockLevel::changes).sum()];
        int filled = 0;
        for (int number = 0; number < all.size(); number++) {
            StockLevel level = all.get(number);
            for (int change = 0; change < level.changes(); change++) {
                index[filled++] = (level.changedAt(change) << LEVEL_BITS) | number;
            }
        }
        Arrays.sort(index);
        return index;
    }

    private int firstAfter(long second) {
        int found = Arrays.binarySearch(changes, (second + 1) << LEVEL_BITS);
        return found >= 0 ? found : -found - 1;
    }
}
