package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.topics.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Who is to be forgotten: the whole topic of erasures, known to every task before it begins, so that no replay brings anybody back.
 *
 * <p>The store holds keys and values as they stand on the topic, because it may be filled from there without the processor.
 */
final class Erasures {
    private static final String STORE = "privacy-erasures";

    private final ReadOnlyKeyValueStore<String, byte[]> known;

    private Erasures(ReadOnlyKeyValueStore<String, byte[]> known) {
        this.known = known;
    }

    static void addTo(Topology topology) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                Topics.PRIVACY_ERASURE.name(),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.PRIVACY_ERASURE.name(),
                STORE + "-keeper",
                Keeper::new);
    }

    static Erasures of(ProcessorContext<byte[], Outgoing> context) {
        return new Erasures(context.getStateStore(STORE));
    }

    /** Whether the person of a fact is to be forgotten. */
    boolean has(Fact fact) {
        return fact.subject()
                .map(subject -> known.get(fact.unit() + "/" + subject))
                .isPresent();
    }

    /** The facts, without those persons. */
    List<Fact> applied(List<Fact> facts) {
        return facts.stream()
                .map(fact -> has(fact) ? fact.withoutSubject() : fact)
                .toList();
    }

    /** All there are now. */
    Set<String> all() {
        Set<String> all = new HashSet<>();
        try (KeyValueIterator<String, byte[]> entries = known.all()) {
            entries.forEachRemaining(entry -> all.add(entry.key));
        }
        return all;
    }

    /** Takes in what comes. */
    private static final class Keeper implements Processor<String, byte[], Void, Void> {
        @org.jspecify.annotations.Nullable
        private KeyValueStore<String, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> erasure) {
            Objects.requireNonNull(store, "not started").put(erasure.key(), erasure.value());
        }
    }
}
