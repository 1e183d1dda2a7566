package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.Offsets;
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
import com.sentia.connectors.kit.control.SideFeed;
import com.sentia.connectors.kit.control.VersionWatch;
import com.sentia.connectors.kit.tokens.AccessTokens;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the feeds of one shop: a connection and a budget of points for all of them, the orders before the rest, backfills last. */
final class ShopFeeds {
    private static final int ORDERS_TRIES = 3;

    private final Shop shop;
    private final ShopifySettings settings;
    private final Notices notices;
    private final Function<SourceUnit, @Nullable Map<String, Object>> restored;
    private final Function<SourceUnit, @Nullable ControlState> restoredControl;
    private final Function<Map<String, String>, @Nullable Map<String, Object>> offsets;
    private final Clock clock;
    private final ShopParts parts;

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
            AccessTokens tokens,
            RecordEncoder encoder,
            Notices notices,
            Function<SourceUnit, @Nullable Map<String, Object>> restored,
            Function<SourceUnit, @Nullable ControlState> restoredControl,
            Function<Map<String, String>, @Nullable Map<String, Object>> offsets,
            Clock clock,
            StopSignal stopped) {
        this.shop = shop;
        this.settings = settings;
        this.notices = notices;
        this.restored = restored;
        this.restoredControl = restoredControl;
        this.offsets = offsets;
        this.clock = clock;
        this.parts = new ShopParts(shop, settings, http, tokens, encoder, notices, clock, stopped);
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
        FeedControl teller = controls.get(0);
        WebhookSubscriptions subscriptions = new WebhookSubscriptions(
                parts.client(),
                shop.domain(),
                callback,
                topics,
                teller,
                settings.upkeep().webhooksCheckInterval());
        backfills.add(SideFeed.toldBy(teller, "webhook subscriptions", subscriptions));
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
            case LOCATIONS -> addUnlisted(stream, parts.locations(how, restored.apply(stream.unit(shop.domain()))));
            case INVENTORY_LEVELS -> addUnlisted(stream, parts.levels(how, restored.apply(stream.unit(shop.domain()))));
        }
    }

    /** Streams that Shopify can't list by update time have feeds of their own, and no backfills: what they are now is all there is. */
    private void addUnlisted(ShopifyStream stream, LiveFeed feed) {
        FeedControl control = new FeedControl(
                feed,
                asked -> Optional.of("Shopify knows only what " + stream.plural() + " are now: send REREAD instead"),
                notices,
                restoredControl.apply(feed.unit()));
        List<Precondition> preconditions = preconditions(stream, new AccessCheck(parts.client(), stream, null, clock));
        FeedGauges shown = gauges(feed);
        feeds.add(new OperatedFeed(new GuardedFeed(feed, preconditions), control, shown, version()));
        controls.add(control);
    }

    private void addListed(ShopifyStream stream, StreamSettings how) {
        boolean isOrders = stream == ShopifyStream.ORDERS;
        ShopifyClient client = isOrders ? parts.client(ORDERS_TRIES) : parts.client();
        SourceUnit unit = stream.unit(shop.domain());
        Map<String, Object> offset = restored.apply(unit);
        Cursor last = offset == null ? null : parts.restored(stream, Offsets.read(offset));
        SourceRecords records = parts.records(unit, how);
        ShopHistory feed = new ShopHistory(
                parts.feed(stream, how, client, records, last), parts.bulk(stream, how, records), notices);
        boolean isFirstRead = last == null || last.id().isEmpty();
        Precondition access =
                new AccessCheck(client, stream, isFirstRead ? how.timing().backfillFrom() : null, clock);
        List<Precondition> preconditions = preconditions(stream, access);

        FeedControl control =
                new FeedControl(feed, asked -> refusal(stream, asked), notices, restoredControl.apply(unit));
        // A feed that is paused, or that the vendor refuses, is never waited for.
        BooleanSupplier behind = () -> feed.isBehind() && !control.isPaused() && !control.isRefused();
        BooleanSupplier first = ordersBehind == null ? behind : either(ordersBehind, behind);
        ShopBackfill backfill = parts.backfill(stream, how, records, first);
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
                parts.client(),
                records,
                new OrdersFirst(() -> false, parts.budget(), parts.pagesWithOrders(stream) + DeletionFeed.COST),
                new OrdersFirst(first, parts.budget(), parts.pagesWithOrders(stream) + IdListing.COST),
                () -> new AccessCheck(client, stream, how.timing().backfillFrom(), clock),
                parts.tools(stream, how, records)));
    }

    private FeedGauges operate(ShopHistory feed, UnitFeed guarded, FeedControl control) {
        FeedGauges shown = gauges(feed);
        feeds.add(new OperatedFeed(guarded, control, shown, version()));
        controls.add(control);
        return shown;
    }

    private FeedGauges gauges(LiveFeed feed) {
        FeedGauges shown = new FeedGauges(feed, parts.budget(), ApiVersions.endOf(shop.apiVersion()), clock).register();
        gauges.add(shown);
        return shown;
    }

    /** Only the first feed of a shop tells of it. */
    private VersionWatch version() {
        return controls.isEmpty()
                ? new VersionWatch(shop.apiVersion(), ApiVersions.endOf(shop.apiVersion()), parts.version()::current)
                : VersionWatch.none();
    }

    private List<Precondition> preconditions(ShopifyStream stream, Precondition access) {
        BooleanSupplier behind = ordersBehind;
        return behind == null
                ? List.of(access)
                : List.of(new OrdersFirst(behind, parts.budget(), parts.pagesWithOrders(stream)), access);
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
}
