package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.StopSignal;
import com.sentia.connectors.kit.control.Notices;
import com.sentia.connectors.kit.tokens.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the feeds of one shop are made from: how it is asked, what of a record is kept, and one budget of points for all. */
final class ShopParts {
    /** Short, as the other feeds of the task wait meanwhile; what lasts longer is left to the rotation. */
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(100), Duration.ofMillis(200), new Random());

    private static final int OTHERS_TRIES = 1;

    private final Shop shop;
    private final ShopifySettings settings;
    private final HttpExchange http;
    private final AccessTokens tokens;
    private final RecordEncoder encoder;
    private final Notices notices;
    private final Clock clock;
    private final StopSignal stopped;
    private final Redaction redaction;
    private final SealedPositions sealing;
    private final RateBudget budget;
    private final ServedVersion version;

    ShopParts(
            Shop shop,
            ShopifySettings settings,
            HttpExchange http,
            AccessTokens tokens,
            RecordEncoder encoder,
            Notices notices,
            Clock clock,
            StopSignal stopped) {
        this.shop = shop;
        this.settings = settings;
        this.http = http;
        this.tokens = tokens;
        this.encoder = encoder;
        this.notices = notices;
        this.clock = clock;
        this.stopped = stopped;
        this.redaction = new Redaction(settings.pseudonyms());
        this.sealing = new SealedPositions(settings.seal());
        this.budget = new RateBudget(clock, stopped);
        this.version = new ServedVersion(shop);
    }

    ServedVersion version() {
        return version;
    }

    RateBudget budget() {
        return budget;
    }

    /** Asks once: what fails is left to the rotation. */
    ShopifyClient client() {
        return client(OTHERS_TRIES);
    }

    ShopifyClient client(int tries) {
        return new ShopifyClient(shop, tries, http, tokens, budget, AT_ONCE, stopped, redaction, version);
    }

    /** Points for one page of a stream and one of the orders. */
    int pagesWithOrders(ShopifyStream stream) {
        return settings.streams().entrySet().stream()
                .filter(each -> each.getKey() == stream || each.getKey() == ShopifyStream.ORDERS)
                .mapToInt(each -> each.getKey().cost(each.getValue().page()))
                .sum();
    }

    Optional<BulkReading> bulk(ShopifyStream stream, StreamSettings how, SourceRecords records) {
        ShopifyClient client = client();
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

    ShopFeed feed(
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

    /** A position as it was kept, opened where it had been sealed. */
    Cursor restored(ShopifyStream stream, Cursor kept) {
        return stream == ShopifyStream.CUSTOMERS ? sealing.opened(kept) : kept;
    }

    ShopBackfill backfill(
            ShopifyStream stream, StreamSettings how, SourceRecords records, BooleanSupplier liveIsBehind) {
        ShopifyClient client = client();
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
                from -> new AccessCheck(client, stream, from.orElse(null), clock),
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

    ReconciliationPass.Tools tools(ShopifyStream stream, StreamSettings how, SourceRecords records) {
        ShopifyClient client = client();
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

    SourceRecords records(SourceUnit unit, StreamSettings how) {
        return new SourceRecords(unit, how.topic().name(), how.topic().partitions(), shop.apiVersion(), encoder);
    }

    /** @param last where an earlier run stood; null at the first */
    LocationFeed locations(StreamSettings how, @Nullable Map<String, Object> last) {
        ShopifyStream stream = ShopifyStream.LOCATIONS;
        SourceUnit unit = stream.unit(shop.domain());
        return new LocationFeed(
                unit,
                client(),
                records(unit, how),
                notices,
                how.timing(),
                clock,
                last == null ? null : LocationCursor.read(last));
    }

    /** @param last where an earlier run stood; null at the first */
    LevelFeed levels(StreamSettings how, @Nullable Map<String, Object> last) {
        ShopifyStream stream = ShopifyStream.INVENTORY_LEVELS;
        SourceUnit unit = stream.unit(shop.domain());
        ShopifyClient client = client();
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
}
