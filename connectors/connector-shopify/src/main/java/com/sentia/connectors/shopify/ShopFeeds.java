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
import com.sentia.connectors.kit.UnitFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the feeds of one shop: a connection and a budget of points for all of them, the orders before the rest. */
final class ShopFeeds {
    /** Short, as the other feeds of the task wait meanwhile; what lasts longer is left to the rotation. */
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(100), Duration.ofMillis(200), new Random());

    private static final int ORDERS_TRIES = 3;
    private static final int OTHERS_TRIES = 1;

    private final Shop shop;
    private final ShopifySettings settings;
    private final HttpExchange http;
    private final RecordEncoder encoder;
    private final Function<SourceUnit, @Nullable Cursor> restored;
    private final Clock clock;
    private final StopSignal stopped;
    private final Redaction redaction;
    private final RateBudget budget;

    /** @param restored where an earlier run stood in a feed; null if it had none */
    ShopFeeds(
            Shop shop,
            ShopifySettings settings,
            HttpExchange http,
            RecordEncoder encoder,
            Function<SourceUnit, @Nullable Cursor> restored,
            Clock clock,
            StopSignal stopped) {
        this.shop = shop;
        this.settings = settings;
        this.http = http;
        this.encoder = encoder;
        this.restored = restored;
        this.clock = clock;
        this.stopped = stopped;
        this.redaction = new Redaction(settings.pseudonyms());
        this.budget = new RateBudget(clock, stopped);
    }

    /** The feeds of all streams that are to be read. */
    List<UnitFeed> all() {
        List<UnitFeed> feeds = new ArrayList<>();
        List<Precondition> ordersFirst = new ArrayList<>();
        settings.streams().forEach((stream, how) -> {
            boolean isOrders = stream == ShopifyStream.ORDERS;
            ShopifyClient client = client(isOrders ? ORDERS_TRIES : OTHERS_TRIES);
            Cursor last = restored.apply(stream.unit(shop.domain()));
            ShopFeed feed = feed(stream, how, client, last);
            boolean isFirstRead = last == null || last.id().isEmpty();
            List<Precondition> preconditions = new ArrayList<>();
            preconditions.add(
                    new AccessCheck(client, stream, isFirstRead ? how.timing().backfillFrom() : null));
            if (isOrders) {
                ordersFirst.add(new OrdersFirst(feed::isBehind, budget, dearestPages()));
            } else {
                preconditions.addAll(0, ordersFirst);
            }
            feeds.add(new GuardedFeed(feed, preconditions));
        });
        return feeds;
    }

    private ShopifyClient client(int tries) {
        return new ShopifyClient(shop, tries, http, budget, AT_ONCE, stopped, redaction);
    }

    /** Points for one page of every stream. */
    private int dearestPages() {
        return settings.streams().entrySet().stream()
                .mapToInt(stream -> stream.getKey().cost(stream.getValue().page()))
                .sum();
    }

    private ShopFeed feed(ShopifyStream stream, StreamSettings how, ShopifyClient client, @Nullable Cursor last) {
        SourceUnit unit = stream.unit(shop.domain());
        Function<ObjectNode, Draft> drafting = node -> stream.draft(node, redaction);
        Pages pages = new Pages(client, stream, how.page());
        SeenRecords seen = new SeenRecords();
        return new ShopFeed(
                unit,
                pages,
                new Gathering(pages, seen, drafting, clock, how.timing().recordsPerPoll()),
                new Completion(client, stream, drafting, how.page().items(), AT_ONCE, stopped),
                seen,
                new SourceRecords(unit, how.topic().name(), how.topic().partitions(), shop.apiVersion(), encoder),
                how.timing(),
                clock,
                last);
    }
}
