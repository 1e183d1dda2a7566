package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.Offsets;
import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.StopSignal;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.connectors.kit.control.Backfill;
import com.sentia.connectors.kit.control.BackfillFeed;
import com.sentia.connectors.kit.control.ControlState;
import com.sentia.connectors.kit.control.FeedControl;
import com.sentia.connectors.kit.control.FeedGauges;
import com.sentia.connectors.kit.control.Notices;
import com.sentia.connectors.kit.control.OperatedFeed;
import com.sentia.connectors.kit.control.VersionWatch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the feeds of one shop: a connection and a budget of points for all of them, the orders before the rest, backfills last. */
final class ShopFeeds {
    /** Short, as the other feeds of the task wait meanwhile; what lasts longer is left to the rotation. */
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(100), Duration.ofMillis(200), new Random());

    private static final int ORDERS_TRIES = 3;
    private static final int OTHERS_TRIES = 1;

    private final Shop shop;
    private final ShopifySettings settings;
    private final HttpExchange http;
    private final RecordEncoder encoder;
    private final Notices notices;
    private final Function<SourceUnit, @Nullable Map<String, Object>> restored;
    private final Function<SourceUnit, @Nullable ControlState> restoredControl;
    private final Function<Map<String, String>, @Nullable Map<String, Object>> offsets;
    private final Clock clock;
    private final StopSignal stopped;
    private final Redaction redaction;
    private final SealedPositions sealing;
    private final RateBudget budget;

    private final List<UnitFeed> feeds = new ArrayList<>();
    private final List<UnitFeed> backfills = new ArrayList<>();
    private final List<FeedControl> controls = new ArrayList<>();
    private final List<FeedGauges> gauges = new ArrayList<>();
    private @Nullable BooleanSupplier ordersBehind;

    /**
     * @param restored where an earlier run stood in a feed; null if it had none
     * @param restoredControl what people had made of a feed; null if they had not
     * @param offsets what stands beside a feed; null where nothing does
     */
    ShopFeeds(
            Shop shop,
            ShopifySettings settings,
            HttpExchange http,
            RecordEncoder encoder,
            Notices notices,
            Function<SourceUnit, @Nullable Map<String, Object>> restored,
            Function<SourceUnit, @Nullable ControlState> restoredControl,
            Function<Map<String, String>, @Nullable Map<String, Object>> offsets,
            Clock clock,
            StopSignal stopped) {
        this.shop = shop;
        this.settings = settings;
        this.http = http;
        this.encoder = encoder;
        this.notices = notices;
        this.restored = restored;
        this.restoredControl = restoredControl;
        this.offsets = offsets;
        this.clock = clock;
        this.stopped = stopped;
        this.redaction = new Redaction(settings.pseudonyms());
        this.sealing = new SealedPositions(settings.seal());
        this.budget = new RateBudget(clock, stopped);
        settings.streams().forEach(this::add);
        settings.upkeep().webhooksCallback().ifPresent(this::addWebhooks);
    }

    /** The feeds of all streams that are to be read, and of their backfills. */
    List<UnitFeed> all() {
        List<UnitFeed> all = new ArrayList<>(feeds);
        all.addAll(backfills);
        return all;
    }

    /** The first stream's control tells of them, as they are none of its own. */
    private void addWebhooks(URI callback) {
        Set<String> topics = settings.streams().keySet().stream()
                .flatMap(stream -> WebhookTopics.of(stream).stream())
                .collect(Collectors.toSet());
        backfills.add(new WebhookSubscriptions(
                client(OTHERS_TRIES),
                shop.domain(),
                callback,
                topics,
                controls.get(0),
                settings.upkeep().webhooksCheckInterval()));
    }

    /** What signals change. */
    List<FeedControl> controls() {
        return controls;
    }

    /** What shows how the feeds stand, to be closed. */
    List<FeedGauges> gauges() {
        return gauges;
    }

    private void add(ShopifyStream stream, StreamSettings how) {
        switch (stream) {
            case ORDERS, PRODUCTS, CUSTOMERS -> addListed(stream, how);
            case LOCATIONS -> addUnlisted(stream, locations(how));
            case INVENTORY_LEVELS -> addUnlisted(stream, levels(how));
        }
    }

    /** Streams that Shopify can't list by update time have feeds of their own, and no backfills: what they are now is all there is. */
    private void addUnlisted(ShopifyStream stream, LiveFeed feed) {
        FeedControl control = new FeedControl(
                feed,
                asked -> Optional.of("Shopify knows only what " + stream.plural() + " are now: send REREAD instead"),
                notices,
                restoredControl.apply(feed.unit()));
        List<Precondition> preconditions = preconditions(stream, new AccessCheck(client(OTHERS_TRIES), stream, null));
        FeedGauges shown = gauges(feed);
        feeds.add(new OperatedFeed(new GuardedFeed(feed, preconditions), control, shown, version()));
        controls.add(control);
    }

    private LocationFeed locations(StreamSettings how) {
        ShopifyStream stream = ShopifyStream.LOCATIONS;
        SourceUnit unit = stream.unit(shop.domain());
        Map<String, Object> last = restored.apply(unit);
        return new LocationFeed(
                unit,
                client(OTHERS_TRIES),
                records(unit, how),
                notices,
                how.timing(),
                clock,
                last == null ? null : LocationCursor.read(last));
    }

    private LevelFeed levels(StreamSettings how) {
        ShopifyStream stream = ShopifyStream.INVENTORY_LEVELS;
        SourceUnit unit = stream.unit(shop.domain());
        Map<String, Object> last = restored.apply(unit);
        ShopifyClient client = client(OTHERS_TRIES);
        SourceRecords records = records(unit, how);
        SeenRecords seen = new SeenRecords();
        return new LevelFeed(
                unit,
                client,
                how,
                settings.levelsFullInterval(),
                completion(stream, how, client),
                seen,
                new Emission(stream.entity(), records, seen, how.timing().overlap()),
                new ProgressNews(records, how.timing().heartbeatInterval(), clock),
                clock,
                last == null ? null : LevelCursor.read(last));
    }

    private void addListed(ShopifyStream stream, StreamSettings how) {
        boolean isOrders = stream == ShopifyStream.ORDERS;
        ShopifyClient client = client(isOrders ? ORDERS_TRIES : OTHERS_TRIES);
        SourceUnit unit = stream.unit(shop.domain());
        Map<String, Object> offset = restored.apply(unit);
        Cursor last = offset == null ? null : restored(stream, Offsets.read(offset));
        SourceRecords records = records(unit, how);
        ShopHistory feed =
                new ShopHistory(feed(stream, how, client, records, last), bulk(stream, how, records), notices);
        boolean isFirstRead = last == null || last.id().isEmpty();
        Precondition access =
                new AccessCheck(client, stream, isFirstRead ? how.timing().backfillFrom() : null);
        List<Precondition> preconditions = preconditions(stream, access);

        FeedControl control =
                new FeedControl(feed, asked -> refusal(stream, asked), notices, restoredControl.apply(unit));
        // A paused feed is never waited for.
        BooleanSupplier behind = () -> feed.isBehind() && !control.isPaused();
        BooleanSupplier first = ordersBehind == null ? behind : either(ordersBehind, behind);
        ShopBackfill backfill = backfill(stream, how, records, first);
        if (isOrders) {
            ordersBehind = behind;
        }
        ShopUpkeep upkeep = new ShopUpkeep(
                unit, settings.upkeep(), offsets, clock, last == null, last == null ? null : last.completeTo());
        UnitFeed guarded = upkeep.remembering(new GuardedFeed(feed, preconditions), records);
        FeedGauges shown = operate(feed, guarded, control);
        backfills.add(upkeep.remembering(new BackfillFeed(control, backfill, shown), records));
        backfills.addAll(upkeep.feeds(
                stream,
                feed,
                control,
                client(OTHERS_TRIES),
                records,
                new OrdersFirst(() -> false, budget, pagesWithOrders(stream) + DeletionFeed.COST),
                new OrdersFirst(first, budget, pagesWithOrders(stream) + IdListing.COST),
                () -> new AccessCheck(client, stream, how.timing().backfillFrom()),
                tools(stream, how, records)));
    }

    private ReconciliationPass.Tools tools(ShopifyStream stream, StreamSettings how, SourceRecords records) {
        ShopifyClient client = client(OTHERS_TRIES);
        Duration overlap = how.timing().overlap();
        return new ReconciliationPass.Tools(
                stream.unit(shop.domain()),
                stream,
                new IdListing(client, stream),
                new Pages(client, stream, how.page()),
                completion(stream, how, client),
                new Emission(stream.entity(), records, new SeenRecords(), overlap),
                records,
                overlap,
                settings.upkeep().mostDeletedPercent(),
                clock);
    }

    private FeedGauges operate(ShopHistory feed, UnitFeed guarded, FeedControl control) {
        FeedGauges shown = gauges(feed);
        feeds.add(new OperatedFeed(guarded, control, shown, version()));
        controls.add(control);
        return shown;
    }

    private FeedGauges gauges(LiveFeed feed) {
        FeedGauges shown = new FeedGauges(feed, budget, ApiVersions.endOf(shop.apiVersion()), clock).register();
        gauges.add(shown);
        return shown;
    }

    /** Only the first feed of a shop tells of it. */
    private VersionWatch version() {
        return new VersionWatch(shop.apiVersion(), controls.isEmpty() ? ApiVersions.endOf(shop.apiVersion()) : null);
    }

    private List<Precondition> preconditions(ShopifyStream stream, Precondition access) {
        BooleanSupplier behind = ordersBehind;
        return behind == null
                ? List.of(access)
                : List.of(new OrdersFirst(behind, budget, pagesWithOrders(stream)), access);
    }

    private SourceRecords records(SourceUnit unit, StreamSettings how) {
        return new SourceRecords(unit, how.topic().name(), how.topic().partitions(), shop.apiVersion(), encoder);
    }

    /** Customers' ids would stand in the signal, or in the backfill's position, and both are kept. */
    private static Optional<String> refusal(ShopifyStream stream, Backfill asked) {
        return stream == ShopifyStream.CUSTOMERS
                ? Optional.of("customers are only read again as a whole, as their ids are personal data: send REREAD")
                : ShopBackfill.refusal(asked);
    }

    private static BooleanSupplier either(BooleanSupplier one, BooleanSupplier other) {
        return () -> one.getAsBoolean() || other.getAsBoolean();
    }

    private ShopifyClient client(int tries) {
        return new ShopifyClient(shop, tries, http, budget, AT_ONCE, stopped, redaction);
    }

    /** Points for one page of a stream and one of the orders. */
    private int pagesWithOrders(ShopifyStream stream) {
        return settings.streams().entrySet().stream()
                .filter(each -> each.getKey() == stream || each.getKey() == ShopifyStream.ORDERS)
                .mapToInt(each -> each.getKey().cost(each.getValue().page()))
                .sum();
    }

    private Optional<BulkReading> bulk(ShopifyStream stream, StreamSettings how, SourceRecords records) {
        ShopifyClient client = client(OTHERS_TRIES);
        return BulkQuery.of(stream)
                .map(query -> new BulkReading(
                        stream.unit(shop.domain()),
                        query,
                        new BulkOperations(client),
                        http,
                        new BulkRecords(stream),
                        new Pages(client, stream, how.page()),
                        drafting(stream),
                        completion(stream, how, client),
                        new Emission(
                                stream.entity(),
                                records,
                                new SeenRecords(),
                                how.timing().overlap()),
                        settings.bulk(),
                        clock));
    }

    private ShopFeed feed(
            ShopifyStream stream,
            StreamSettings how,
            ShopifyClient client,
            SourceRecords records,
            @Nullable Cursor last) {
        Pages pages = new Pages(client, stream, how.page());
        SeenRecords seen = new SeenRecords();
        return new ShopFeed(
                stream.unit(shop.domain()),
                pages,
                gathering(stream, how, pages, seen),
                completion(stream, how, client),
                seen,
                records,
                notices,
                how.timing(),
                stream == ShopifyStream.CUSTOMERS ? sealing::sealed : UnaryOperator.identity(),
                clock,
                last);
    }

    private Cursor restored(ShopifyStream stream, Cursor kept) {
        return stream == ShopifyStream.CUSTOMERS ? sealing.opened(kept) : kept;
    }

    private ShopBackfill backfill(
            ShopifyStream stream, StreamSettings how, SourceRecords records, BooleanSupplier liveIsBehind) {
        ShopifyClient client = client(OTHERS_TRIES);
        Pages pages = new Pages(client, stream, how.page());
        SeenRecords none = new SeenRecords();
        return new ShopBackfill(
                stream.unit(shop.domain()),
                stream,
                pages,
                gathering(stream, how, pages, none),
                completion(stream, how, client),
                new Emission(stream.entity(), records, none, how.timing().overlap()),
                new OrdersFirst(liveIsBehind, budget, pagesWithOrders(stream) + stream.cost(how.page())),
                from -> new AccessCheck(client, stream, from.orElse(null)),
                bulk(stream, how, records),
                how.timing().recordsPerWindow(),
                clock);
    }

    private Gathering gathering(ShopifyStream stream, StreamSettings how, Pages pages, SeenRecords seen) {
        return new Gathering(pages, seen, drafting(stream), clock, how.timing().recordsPerPoll());
    }

    private Completion completion(ShopifyStream stream, StreamSettings how, ShopifyClient client) {
        return new Completion(
                client,
                stream,
                drafting(stream),
                gid -> stream.nameOf(gid, redaction),
                how.page().items(),
                AT_ONCE,
                stopped);
    }

    private Function<ObjectNode, Draft> drafting(ShopifyStream stream) {
        return node -> stream.draft(node, redaction);
    }
}
