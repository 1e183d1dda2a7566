package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.control.SignalSource;
import com.sentia.connectors.kit.tokens.TokenStore;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** A task run by the test as a worker would: polled, its offsets kept, so that a later task goes on from them. */
final class RunningTask implements AutoCloseable {
    static final RecordCodec CODEC = codec();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Map<Map<String, ?>, Map<String, Object>> offsets;
    private final ShopifySourceTask task;
    private final List<SourceRecord> records = new ArrayList<>();

    private RunningTask(
            Map<Map<String, ?>, Map<String, Object>> offsets,
            RecordEncoder encoder,
            @Nullable SignalSource signals,
            @Nullable TokenStore store) {
        this.offsets = offsets;
        this.task = new ShopifySourceTask(Clock.systemUTC(), encoder, signals, store);
    }

    static RunningTask start(Map<String, String> config) {
        return start(config, CODEC::encode);
    }

    /** Starts with an encoder of the test's own. */
    static RunningTask start(Map<String, String> config, RecordEncoder encoder) {
        return start(config, new HashMap<>(), encoder, null, null);
    }

    /** Starts with the offsets another task left. */
    static RunningTask start(Map<String, String> config, Map<Map<String, ?>, Map<String, Object>> offsets) {
        return start(config, offsets, CODEC::encode, null, null);
    }

    /** Starts with the offsets another task left, and hears signals. */
    static RunningTask start(
            Map<String, String> config, Map<Map<String, ?>, Map<String, Object>> offsets, SignalSource signals) {
        return start(config, offsets, CODEC::encode, signals, null);
    }

    /** Starts with the offsets another task left, and keeps tokens where it did. */
    static RunningTask start(
            Map<String, String> config, Map<Map<String, ?>, Map<String, Object>> offsets, TokenStore store) {
        return start(config, offsets, CODEC::encode, null, store);
    }

    private static RunningTask start(
            Map<String, String> config,
            Map<Map<String, ?>, Map<String, Object>> offsets,
            RecordEncoder encoder,
            @Nullable SignalSource signals,
            @Nullable TokenStore store) {
        RunningTask running = new RunningTask(offsets, encoder, signals, store);
        running.task.initialize(running.new Context(config));
        running.task.start(config);
        return running;
    }

    static Map<String, String> config(String baseUrl, String... shops) {
        Map<String, String> config = new HashMap<>();
        config.put("shops", String.join(",", shops));
        config.put("streams", "orders");
        config.put("base.url", baseUrl);
        config.put("access.token", "secret-token");
        config.put("pseudonym.key", "0123456789abcdef");
        config.put("registry.url", "http://127.0.0.1:1/unused");
        config.put("poll.interval", "20ms");
        config.put("heartbeat.interval", "1s");
        config.put("stopped.retry.interval", "200ms");
        config.put("backfill.by", "pages");
        config.put("deletes.poll.interval", "off");
        config.put("reconcile.interval", "off");
        return config;
    }

    /** Polls until a condition on everything seen so far holds. */
    RunningTask pollUntil(Predicate<RunningTask> condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST + "; seen " + records.size() + " records");
            }
            pollOnce();
        }
        return this;
    }

    /** One poll, its records committed. */
    List<SourceRecord> pollOnce() {
        List<SourceRecord> polled = task.poll();
        if (polled == null) {
            return List.of();
        }
        records.addAll(polled);
        for (SourceRecord one : polled) {
            offsets.put(one.sourcePartition(), new HashMap<>(one.sourceOffset()));
        }
        return polled;
    }

    Map<Map<String, ?>, Map<String, Object>> offsets() {
        return offsets;
    }

    List<SourceRecord> records() {
        return records;
    }

    /** The values of a kind seen so far, in order. */
    <T extends SpecificRecord> List<T> values(Class<T> kind) {
        return values(records, kind).toList();
    }

    static <T extends SpecificRecord> Stream<T> values(List<SourceRecord> records, Class<T> kind) {
        return records.stream()
                .map(one -> CODEC.decode((byte[]) one.value()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    void stop() {
        task.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private static RecordCodec codec() {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        new SubjectPreparation(registry).prepare(Topics.ALL);
        return new RecordCodec(registry);
    }

    private final class Context implements SourceTaskContext, OffsetStorageReader {
        private final Map<String, String> config;

        Context(Map<String, String> config) {
            this.config = config;
        }

        @Override
        public Map<String, String> configs() {
            return config;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return this;
        }

        @Override
        public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
            return offsets.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(java.util.Collection<Map<String, T>> partitions) {
            throw new UnsupportedOperationException("tasks ask for one partition at a time");
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("tasks have no metrics of their own");
        }
    }
}
