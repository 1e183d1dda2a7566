package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.Offsets;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.StopSignal;
import com.sentia.connectors.kit.StoppedException;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.connectors.kit.UnitRotation;
import com.sentia.schemas.codec.RecordCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders and products of some shops. Exactly once where the worker has it enabled; otherwise at least once with keys that make
 * a repetition harmless.
 */
public final class ShopifySourceTask extends SourceTask {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Clock clock;
    private final StopSignal stopped = new StopSignal();
    private final List<HttpExchange> connections = new ArrayList<>();
    private @Nullable RecordEncoder encoder;
    private @Nullable UnitRotation rotation;

    public ShopifySourceTask() {
        this(Clock.systemUTC(), null);
    }

    /** For tests: with a clock and an encoder of their own. */
    ShopifySourceTask(Clock clock, @Nullable RecordEncoder encoder) {
        this.clock = clock;
        this.encoder = encoder;
    }

    @Override
    public String version() {
        return new ShopifySourceConnector().version();
    }

    @Override
    public void start(Map<String, String> properties) {
        ShopifySettings settings = ShopifySettings.from(properties);
        RecordEncoder encoding = encoder == null ? RecordCodec.connectedTo(settings.registry())::encode : encoder;
        Backoff backoff = new Backoff(FIRST_RETRY, LONGEST_RETRY, new Random());
        List<UnitFeed> feeds = settings.shops().stream()
                .flatMap(shop -> feeds(shop, settings, encoding).stream())
                .toList();
        rotation = new UnitRotation(feeds, backoff, settings.stoppedRetry(), clock, stopped);
    }

    @Override
    public @Nullable List<SourceRecord> poll() {
        if (rotation == null || stopped.isStopped()) {
            return null;
        }
        try {
            List<SourceRecord> records = rotation.poll();
            return records.isEmpty() ? null : records;
        } catch (StoppedException expected) {
            return null;
        }
    }

    @Override
    public void stop() {
        stopped.stop();
        connections.forEach(HttpExchange::close);
    }

    private List<UnitFeed> feeds(Shop shop, ShopifySettings settings, RecordEncoder encoding) {
        HttpExchange http = new HttpExchange(CONNECT_TIMEOUT, settings.requestTimeout());
        connections.add(http);
        return new ShopFeeds(shop, settings, http, encoding, this::restored, clock, stopped).all();
    }

    private @Nullable Cursor restored(SourceUnit unit) {
        Map<String, Object> offset = context.offsetStorageReader().offset(unit.partition());
        return offset == null ? null : Offsets.read(offset);
    }
}
