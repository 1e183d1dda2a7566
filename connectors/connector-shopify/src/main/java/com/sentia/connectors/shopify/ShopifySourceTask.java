package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.StopSignal;
import com.sentia.connectors.kit.StoppedException;
import com.sentia.connectors.kit.UnitRotation;
import com.sentia.connectors.kit.control.ControlOffsets;
import com.sentia.connectors.kit.control.ControlState;
import com.sentia.connectors.kit.control.Notices;
import com.sentia.connectors.kit.control.SignalProcessor;
import com.sentia.connectors.kit.control.SignalSource;
import com.sentia.connectors.kit.control.SignalTopic;
import com.sentia.connectors.kit.tokens.TokenStore;
import com.sentia.connectors.kit.tokens.TokenStoreConfig;
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
 * Reads orders and whatever else of some shops, and does what signals say. Exactly once where the worker has it enabled; otherwise at
 * least once with keys that make a repetition harmless.
 */
public final class ShopifySourceTask extends SourceTask {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Clock clock;
    private final StopSignal stopped = new StopSignal();
    private final List<Runnable> closing = new ArrayList<>();
    private @Nullable RecordEncoder encoder;
    private @Nullable SignalSource source;
    private final @Nullable TokenStore store;
    private @Nullable SignalProcessor signals;
    private @Nullable UnitRotation rotation;

    public ShopifySourceTask() {
        this(Clock.systemUTC(), null, null, null);
    }

    /** For tests: with a clock, an encoder, signals and a store of tokens of their own. */
    ShopifySourceTask(
            Clock clock, @Nullable RecordEncoder encoder, @Nullable SignalSource source, @Nullable TokenStore store) {
        this.clock = clock;
        this.encoder = encoder;
        this.source = source;
        this.store = store;
    }

    @Override
    public String version() {
        return new ShopifySourceConnector().version();
    }

    @Override
    public void start(Map<String, String> properties) {
        ShopifySettings settings = ShopifySettings.from(properties);
        SignalSettings hearing = SignalSettings.from(properties);
        RecordCodec codec = RecordCodec.connectedTo(settings.registry());
        RecordEncoder encoding = encoder == null ? codec::encode : encoder;
        SignalSource from = source;
        if (from == null && hearing.isOn()) {
            from = new SignalTopic(hearing.consumer(), hearing.connector(), codec);
        }
        Notices notices = new Notices(from != null, hearing.connector(), encoding, clock);
        ShopTokens tokens = new ShopTokens(
                () -> store == null
                        ? TokenStoreConfig.open(properties, hearing.servers(), "tokens-" + hearing.connector())
                        : store,
                settings.requestTimeout(),
                clock);
        List<ShopFeeds> shops = settings.shops().stream()
                .map(shop -> feeds(shop, settings, tokens, encoding, notices))
                .toList();
        UnitRotation turns = new UnitRotation(
                shops.stream().flatMap(shop -> shop.all().stream()).toList(),
                new Backoff(FIRST_RETRY, LONGEST_RETRY, new Random()),
                settings.stoppedRetry(),
                clock,
                stopped);
        rotation = turns;
        if (from != null) {
            closing.add(from::close);
            signals = new SignalProcessor(
                    from,
                    shops.stream().flatMap(shop -> shop.controls().stream()).toList(),
                    hearing::isAddressable,
                    hearing.isFirstTask(),
                    turns::wake);
        }
    }

    @Override
    public @Nullable List<SourceRecord> poll() {
        if (rotation == null || stopped.isStopped()) {
            return null;
        }
        try {
            List<SourceRecord> answers = signals == null ? List.of() : signals.poll(clock.instant());
            // Answers go at once: a turn may take long.
            List<SourceRecord> records = answers.isEmpty() ? rotation.poll() : answers;
            return records.isEmpty() ? null : records;
        } catch (StoppedException expected) {
            return null;
        }
    }

    @Override
    public void stop() {
        stopped.stop();
        closing.forEach(Runnable::run);
    }

    private ShopFeeds feeds(
            Shop shop, ShopifySettings settings, ShopTokens tokens, RecordEncoder encoding, Notices notices) {
        HttpExchange http = new HttpExchange(CONNECT_TIMEOUT, settings.requestTimeout());
        closing.add(http::close);
        ShopFeeds feeds = new ShopFeeds(
                shop,
                settings,
                http,
                tokens.of(shop, http),
                encoding,
                notices,
                this::restored,
                this::control,
                this::offset,
                clock,
                stopped);
        feeds.gauges().forEach(gauges -> closing.add(gauges::close));
        return feeds;
    }

    private @Nullable Map<String, Object> offset(Map<String, String> partition) {
        return context.offsetStorageReader().offset(partition);
    }

    private @Nullable Map<String, Object> restored(SourceUnit unit) {
        return context.offsetStorageReader().offset(unit.partition());
    }

    private @Nullable ControlState control(SourceUnit unit) {
        Map<String, Object> offset = context.offsetStorageReader().offset(ControlOffsets.partition(unit));
        return offset == null ? null : ControlOffsets.read(offset);
    }
}
