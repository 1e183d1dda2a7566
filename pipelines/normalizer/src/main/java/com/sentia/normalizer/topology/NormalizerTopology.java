package com.sentia.normalizer.topology;

import com.sentia.normalizer.facts.KnownFacts;
import com.sentia.normalizer.facts.KnownFactsSerde;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The streams of all feeds, each its own part of the topology with its own store; all know who is to be forgotten.
 *
 * <p>The store is RocksDB with a changelog: memory stays the same however long the history is, and a killed process
 * finds its state again on the broker.
 */
public final class NormalizerTopology {
    private static final StreamPartitioner<byte[], Outgoing> SAME_PARTITION =
            (topic, key, value, partitions) -> Optional.of(Set.of(value.partition()));
    private static final Serializer<Outgoing> BYTES_AS_THEY_ARE = (topic, outgoing) -> outgoing.bytes();

    private NormalizerTopology() {}

    /** The topology of the feeds given; all share the codec and the counters. */
    public static Topology of(List<Feed> feeds, RecordCodec codec, Counters counters) {
        Topology topology = new Topology();
        Erasures.addTo(topology);
        feeds.forEach(feed -> add(topology, feed, codec, counters));
        return topology;
    }

    private static void add(Topology topology, Feed feed, RecordCodec codec, Counters counters) {
        topology.addSource(
                feed.raw().name(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                feed.raw().name());
        topology.addProcessor(
                feed.name(),
                () -> new NormalizeProcessor(feed, codec, counters),
                feed.raw().name());
        topology.addStateStore(store(feed, codec), feed.name());
        for (Topic topic : feed.outputs()) {
            topology.addSink(
                    feed.sink(topic),
                    topic.name(),
                    new ByteArraySerializer(),
                    BYTES_AS_THEY_ARE,
                    SAME_PARTITION,
                    feed.name());
        }
    }

    private static StoreBuilder<KeyValueStore<String, KnownFacts>> store(Feed feed, RecordCodec codec) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(feed.storeName()), Serdes.String(), new KnownFactsSerde(codec))
                .withLoggingEnabled(Map.of());
    }
}
