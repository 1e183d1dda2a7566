package com.sentia.simulators.shopify;

import com.sentia.simulators.clock.ServedLines;
import com.sentia.simulators.clock.VirtualClock;
import com.sentia.simulators.company.StockLedger;
import com.sentia.simulators.company.SupplyTroubles;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.retail.RetailOrder;
import com.sentia.simulators.webhooks.WebhookTarget;
import com.sentia.simulators.webhooks.WebhookTargets;
import graphql.schema.GraphQLSchema;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The three shops as one server sees them: who may ask, which moment is shown, what was read. */
public final class Shops implements WebhookTargets {
    /** The only version of the API that answers. */
    public static final String API_VERSION = AdminSchema.VERSION;

    private static final long MILLIS = 1000;

    private record Open(
            Shop shop,
            ShopTimeline timeline,
            Catalog catalog,
            ShopStock stock,
            Customers customers,
            ShopApp app,
            ShopApi api,
            long delaySeconds) {
        Moment at(long second) {
            return new Moment(shop, timeline, catalog, stock, customers, app, second);
        }
    }

    private final Map<String, Open> shops = new LinkedHashMap<>();
    private final Map<String, Long> readUpTo = new ConcurrentHashMap<>();
    private final VirtualClock clock;
    private final ServedLines served;
    private final Map<String, AppTokens> tokens = new LinkedHashMap<>();
    private final TokenDesk desk;
    private final ExecutorService bulkWorker = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "bulk");
        made.setDaemon(true);
        return made;
    });
    private volatile String address = "";

    /**
     * @param tokens by domain, what each shop has given the app
     * @param delays by domain, how much later a shop shows what happened
     * @param seed of what chance decides in stock
     * @param troubles what goes wrong with supply
     * @param bulkFolder for results of bulk operations, which end with the process
     */
    public Shops(
            RetailHistory history,
            GraphQLSchema schema,
            VirtualClock clock,
            ServedLines served,
            Plan plan,
            Function<String, AppTokens> tokens,
            Map<String, Duration> delays,
            long seed,
            SupplyTroubles troubles,
            AdminSettings admin,
            Path bulkFolder) {
        this.clock = clock;
        this.served = served;
        ValidatedQueries queries = new ValidatedQueries(schema);
        QueryCost costs = new QueryCost(schema);
        BulkRules bulkRules = new BulkRules(schema);
        Deletions deletions = new Deletions(admin.deletedPercent());
        for (Shop shop : Shop.ALL) {
            this.tokens.put(shop.domain(), tokens.apply(shop.domain()));
            List<RetailOrder> orders = history.orders().stream()
                    .filter(order -> order.region() == shop.region())
                    .toList();
            Catalog catalog = new Catalog(orders, deletions);
            BulkJobs bulkJobs = new BulkJobs(
                    queries,
                    bulkRules,
                    ShopApi.TYPES,
                    bulkFolder,
                    admin,
                    clock::quotaMillis,
                    bulkWorker,
                    lines -> served.add(lines, lines.length));
            shops.put(
                    shop.domain(),
                    new Open(
                            shop,
                            new ShopTimeline(orders, deletions),
                            catalog,
                            new ShopStock(shop, catalog, orders, seed, troubles),
                            new Customers(orders),
                            new ShopApp(
                                    bulkJobs,
                                    new Subscriptions(),
                                    () -> address,
                                    new AtomicInteger(),
                                    new CopyOnWriteArraySet<>()),
                            new ShopApi(queries, costs, new PointsBucket(plan, clock::quotaMillis)),
                            delays.getOrDefault(shop.domain(), Duration.ZERO).toSeconds()));
        }
        this.desk = new TokenDesk(this.tokens);
    }

    /** The epoch second a shop shows when the clock stands at {@code now} milliseconds; its {@code Date}. */
    public long secondShown(String domain, long now) {
        Open open = shops.get(domain);
        return Math.floorDiv(now, MILLIS) - (open == null ? 0 : open.delaySeconds());
    }

    /** Each change of an order of a shop after one epoch second, up to another, by time. */
    List<ShopTimeline.Entry> changes(String domain, long after, long upTo) {
        Open open = shops.get(domain);
        return open == null ? List.of() : open.timeline().changes(after, upTo);
    }

    /** Each deletion of an order of a shop after one epoch second, up to another, by time. */
    List<ShopTimeline.Entry> deletions(String domain, long after, long upTo) {
        Open open = shops.get(domain);
        return open == null ? List.of() : open.timeline().deletions(after, upTo);
    }

    /** All that the shops hold when the clock stands at {@code now} milliseconds, as CSV, for those who check what came of it. */
    public String held(long now) {
        HeldEntities held = new HeldEntities();
        shops.values().forEach(open -> held.add(open.at(secondShown(open.shop().domain(), now))));
        return held.csv();
    }

    /**
     * What the company had ordered of its suppliers when the clock stands at {@code now} milliseconds, as CSV, a row for each line: all
     * that a purchasing system would hold.
     */
    public String purchaseOrders(long now) {
        HeldPurchases held = new HeldPurchases();
        shops.values().forEach(open -> held.add(open.at(secondShown(open.shop().domain(), now))));
        return held.csv();
    }

    /** Where the app asks for tokens. */
    public TokenDesk tokenDesk() {
        return desk;
    }

    /** Tells where results of bulk operations are to be fetched. */
    public void answersAt(String base) {
        address = base;
    }

    /** What stands at an address of a shop's bulk operation; nothing when it is refused. */
    public Optional<BulkDownload> bulkDownload(String domain, long job, int number) {
        Open open = shops.get(domain);
        BulkOperation found = open == null ? null : open.app().bulkJobs().find(job);
        return found == null ? Optional.empty() : found.download(number);
    }

    /** Lets a shop's next bulk operations go wrong. */
    public void order(String domain, BulkFault fault, int count) {
        bulkJobs(domain).ifPresent(jobs -> jobs.order(fault, count));
    }

    /** Sets how many of a shop's bulk slots other apps hold. */
    public void bulkStrangers(String domain, int count) {
        bulkJobs(domain).ifPresent(jobs -> jobs.strangers(count));
    }

    /** Sets how many orders a shop counts that it does not list. */
    public void hide(String domain, int count) {
        Optional.ofNullable(shops.get(domain))
                .ifPresent(open -> open.app().hidden().set(count));
    }

    /** Sets which access scopes the app's token does not have in a shop. */
    public void withhold(String domain, Set<String> scopes) {
        Optional.ofNullable(shops.get(domain)).ifPresent(open -> {
            open.app().withheld().retainAll(scopes);
            open.app().withheld().addAll(scopes);
        });
    }

    private Optional<BulkJobs> bulkJobs(String domain) {
        return Optional.ofNullable(shops.get(domain)).map(open -> open.app().bulkJobs());
    }

    @Override
    public List<WebhookTarget> of(String domain, String topic) {
        Open open = shops.get(domain);
        return open == null
                ? List.of()
                : open.app().subscriptions().of(topic).stream()
                        .map(one -> new WebhookTarget(URI.create(one.uri()), one.id()))
                        .toList();
    }

    @Override
    public void tried(String domain, WebhookTarget target, boolean taken) {
        Open open = shops.get(domain);
        if (open != null) {
            open.app().subscriptions().tried(target.subscription(), taken);
        }
    }

    /** Each change of a level of a shop after one epoch second, up to another, by time. */
    List<StockLedger.Change> levelChanges(String domain, long after, long upTo) {
        Open open = shops.get(domain);
        return open == null ? List.of() : open.stock().ledger().changes(after, upTo);
    }

    /** Answers a request that came when the clock stood at {@code now} milliseconds. */
    public Answer answer(String domain, String version, Optional<String> presented, byte[] body, long now) {
        Open open = shops.get(domain);
        if (open == null || !version.equals(AdminSchema.VERSION)) {
            return Answer.of(404, Map.of("errors", "Not Found"));
        }
        if (presented.filter(token -> isGood(domain, token)).isEmpty()) {
            return unauthorized();
        }
        Optional<GraphqlRequest> request = GraphqlRequest.parse(body);
        if (request.isEmpty()) {
            return Answer.of(400, Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
        }
        Moment moment = open.at(secondShown(domain, now));
        Answer answer = open.api().answer(request.get(), moment);
        int[] lines = moment.servedLines();
        served.add(lines, lines.length);
        if (moment.isReadToEnd()) {
            readUpTo.put(domain, moment.second());
            clock.readToEnd(domain, now);
        }
        return answer;
    }

    /** The answer to a wrong access token. */
    public static Answer unauthorized() {
        return Answer.of(
                401, Map.of("errors", "[API] Invalid API key or access token (unrecognized login or wrong password)"));
    }

    /** A throttled answer though there may be points left. */
    public Answer throttled(String domain) {
        Open open = shops.get(domain);
        if (open == null) {
            return Answer.of(404, Map.of("errors", "Not Found"));
        }
        PointsBucket.Status points = open.api().points();
        return open.api()
                .throttled(QueryCost.MOST, new PointsBucket.Status(points.maximumAvailable(), 0, points.restoreRate()));
    }

    /** By domain, whether nothing has happened since the shop's feed was last read to its end. */
    public Map<String, Boolean> caughtUp(long now) {
        Map<String, Boolean> caughtUp = new LinkedHashMap<>();
        shops.forEach((domain, open) -> {
            long shown = secondShown(domain, now);
            long needed = clock.hasEnded() ? shown : open.timeline().lastChange(shown);
            Long read = readUpTo.get(domain);
            caughtUp.put(domain, read != null && read >= needed);
        });
        return caughtUp;
    }

    /** By domain, how its query points were used. */
    public Map<String, Object> pointsUsed() {
        Map<String, Object> used = new LinkedHashMap<>();
        shops.forEach((domain, open) -> used.put(domain, open.api().usage()));
        return used;
    }

    private boolean isGood(String domain, String presented) {
        AppTokens known = tokens.get(domain);
        return known != null && known.isGood(presented);
    }
}
