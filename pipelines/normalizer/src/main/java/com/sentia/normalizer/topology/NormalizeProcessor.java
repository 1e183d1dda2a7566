package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.facts.FactChanges;
import com.sentia.normalizer.facts.KnownFacts;
import com.sentia.normalizer.mapping.UnmappableException;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.UndecodableRecordException;
import com.sentia.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns each raw record into the changes of canonical facts it brings, in the raw partition's order.
 *
 * <p>A record that can't be read or mapped goes to the dead letters and leaves the state as it was, so that its
 * redriven self is taken like any other version. A registry that does not answer is the one thing that stops it.
 */
final class NormalizeProcessor implements Processor<byte[], byte[], byte[], Outgoing> {
    private static final Logger LOG = LoggerFactory.getLogger(NormalizeProcessor.class);

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final Feed feed;
    private final RecordCodec codec;
    private final Counters counters;
    private @Nullable ProcessorContext<byte[], Outgoing> context;
    private @Nullable KeyValueStore<String, KnownFacts> store;
    private @Nullable Erasures erasures;

    NormalizeProcessor(Feed feed, RecordCodec codec, Counters counters) {
        this.feed = feed;
        this.codec = codec;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<byte[], Outgoing> given) {
        context = given;
        store = given.getStateStore(feed.storeName());
        erasures = Erasures.of(given);
        ErasureSweep sweep = new ErasureSweep(store, erasures);
        var unused = given.schedule(
                SWEEP_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                now -> sweep.next().forEach((key, known) -> forget(key, known, now)));
    }

    @Override
    public void process(Record<byte[], byte[]> incoming) {
        counters.add("read", feed.raw().name());
        byte @Nullable [] value = incoming.value();
        if (value == null) {
            reject(incoming, null, "unreadable-value", "the record has no value");
            return;
        }
        SpecificRecord record;
        try {
            record = codec.decode(value);
        } catch (UndecodableRecordException e) {
            reject(incoming, null, "unreadable-value", String.valueOf(e.getMessage()));
            return;
        }
        if (record instanceof SourceProgress progress) {
            forward(incoming, progress);
            return;
        }
        if (record instanceof RawRecord raw) {
            normalize(incoming, raw);
            return;
        }
        reject(
                incoming,
                null,
                "unexpected-record",
                "a raw topic holds no " + record.getSchema().getFullName());
    }

    private void forward(Record<byte[], byte[]> incoming, SourceProgress progress) {
        String key = String.join("/", "progress", progress.getVendor(), progress.getUnit(), progress.getEntity());
        for (Topic topic : feed.canonical()) {
            send(incoming, topic, bytes(key), codec.encode(topic.name(), progress));
        }
        counters.add("progress", feed.raw().name());
    }

    private void normalize(Record<byte[], byte[]> incoming, RawRecord raw) {
        KeyValueStore<String, KnownFacts> known = Objects.requireNonNull(store, "not started");
        String key = raw.getUnit() + "/" + raw.getId();
        @Nullable KnownFacts before = known.get(key);
        if (FactChanges.isStale(before, raw.getVersion())) {
            counters.add("stale", feed.raw().name());
            return;
        }
        List<Fact> found;
        try {
            found = raw.getOp() == Op.DELETE
                    ? List.of()
                    : forgetting().applied(feed.mapper().map(raw));
        } catch (UnmappableException e) {
            reject(incoming, raw, e.reason().code(), String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            // A mapper is pure, so it would fail on this record again and again and hold up all that follow.
            LOG.error("event=mapper-failed feed={}", feed.name(), e);
            reject(incoming, raw, "mapper-failed", e.getClass().getName());
            return;
        }
        FactChanges changes = feed.succession().between(before, raw.getVersion(), found);
        for (Fact fact : changes.changed()) {
            send(incoming, fact.topic(), bytes(fact.key()), fact.encoded(codec));
        }
        known.put(key, changes.known());
        if (changes.changed().isEmpty()) {
            counters.add(
                    found.isEmpty() ? "nothing-to-send" : "unchanged",
                    feed.raw().name());
        }
    }

    /** Takes persons out of what went out before; a version of ours says so, until the source makes the next. */
    private void forget(String key, KnownFacts before, long now) {
        List<Fact> after = new ArrayList<>();
        for (Fact fact : before.facts()) {
            if (!forgetting().has(fact)) {
                after.add(fact);
                continue;
            }
            Fact forgotten = fact.withoutSubject().outranking();
            Outgoing outgoing = new Outgoing(context().taskId().partition(), forgotten.encoded(codec));
            context().forward(new Record<>(bytes(fact.key()), outgoing, now), feed.sink(fact.topic()));
            counters.add("forgotten", fact.topic().name());
            after.add(forgotten);
        }
        Objects.requireNonNull(store, "not started").put(key, new KnownFacts(before.version(), after));
    }

    private Erasures forgetting() {
        return Objects.requireNonNull(erasures, "not started");
    }

    private void reject(Record<byte[], byte[]> incoming, @Nullable RawRecord raw, String reason, String detail) {
        RecordMetadata source = source();
        Topic topic = feed.rejected(raw);
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        byte @Nullable [] key = incoming.key();
        send(
                incoming,
                topic,
                key == null ? new byte[0] : key,
                codec.encode(topic.name(), DeadLetters.of(incoming, source, reason, detail, now)));
        counters.add("rejected", reason);
        LOG.warn(
                "event=record-rejected reason={} topic={} partition={} offset={} detail=\"{}\"",
                reason,
                source.topic(),
                source.partition(),
                source.offset(),
                detail);
    }

    private void send(Record<byte[], byte[]> incoming, Topic topic, byte[] key, byte[] value) {
        Outgoing outgoing = new Outgoing(source().partition(), value);
        context().forward(new Record<>(key, outgoing, incoming.timestamp()), feed.sink(topic));
        counters.add("sent", topic.name());
    }

    private ProcessorContext<byte[], Outgoing> context() {
        return Objects.requireNonNull(context, "not started");
    }

    private RecordMetadata source() {
        return context().recordMetadata().orElseThrow(() -> new IllegalStateException("no record is being processed"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
