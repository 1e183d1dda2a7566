package com.sentia.verification.bench.streams;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.SalesSums;
import com.sentia.verification.bench.ValueLine;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.Suppressed.BufferConfig;
import org.apache.kafka.streams.kstream.TimeWindowedKStream;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Hopping windows of Kafka Streams, final values only: each line is added to every window it lies in.
 *
 * <p>Tasks don't wait for each other, and one may be any time ahead. A window is therefore kept open as long as the lines go
 * on: a shorter grace would lose lines, which is seen in the comparison.
 */
final class HoppingWindows {
    private static final long MICROS_PER_MS = 1_000;
    private static final int PARTITIONS = ContenderSettings.PARALLELISM;

    private final ContenderSettings settings;
    private final Duration size;
    private final Duration step;
    private final Duration grace;
    private final OrderLine end;
    private final StreamsBuilder builder = new StreamsBuilder();
    private final CountDownLatch ended;

    HoppingWindows(ContenderSettings settings) {
        this.settings = settings;
        this.size = Duration.of(settings.window().size(), ChronoUnit.MICROS);
        this.step = Duration.of(settings.window().step(), ChronoUnit.MICROS);
        this.grace = Duration.ofDays(settings.days());
        this.end = new OrderLine(-1, 0, OrderLine.EARLIEST + kept().toMillis() * MICROS_PER_MS, "", "", 0, 0);
        this.ended = new CountDownLatch(PARTITIONS * (settings.breakdown().hasSkus() ? 3 : 2));
    }

    Topology topology() {
        KStream<byte[], OrderLine> lines = builder.stream(
                settings.input(),
                Consumed.with(Serdes.ByteArray(), LineSerde.input(end))
                        .withTimestampExtractor((line, unused) -> millis((OrderLine) line.value())));
        write(suppressed(windows("total", lines, line -> "")), SalesSums::values);
        write(suppressed(windows("region", lines, OrderLine::region)), SalesSums::values);
        if (settings.breakdown().hasSkus()) {
            write(
                    windows("sku", lines, OrderLine::sku)
                            .emitStrategy(EmitStrategy.onWindowClose())
                            .aggregate(SalesSums::new, (sku, line, sums) -> sums.add(line), store()),
                    SalesSums::valuesOfArticle);
        }
        return builder.build();
    }

    /** Zero when all windows of all partitions are closed. */
    CountDownLatch ended() {
        return ended;
    }

    private TimeWindowedKStream<String, OrderLine> windows(
            String name, KStream<byte[], OrderLine> lines, Function<OrderLine, String> member) {
        return lines.selectKey((unused, line) -> member.apply(line))
                .repartition(Repartitioned.<String, OrderLine>as(name)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(LineSerde.between())
                        .withNumberOfPartitions(PARTITIONS)
                        .withStreamPartitioner(new EndToAll(end)))
                .processValues(new AwaitAllEnds(end, PARTITIONS, ended))
                .groupByKey(Grouped.with(Serdes.String(), LineSerde.between()))
                .windowedBy(TimeWindows.ofSizeAndGrace(size, grace).advanceBy(step));
    }

    /** Held back in memory until the window is closed: best where series are few, as the store's cache then helps. */
    private KTable<Windowed<String>, SalesSums> suppressed(TimeWindowedKStream<String, OrderLine> windows) {
        return windows.aggregate(SalesSums::new, (member, line, sums) -> sums.add(line), store())
                .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded()));
    }

    private Materialized<String, SalesSums, WindowStore<Bytes, byte[]>> store() {
        return Materialized.<String, SalesSums, WindowStore<Bytes, byte[]>>with(Serdes.String(), SumsSerde.serde())
                .withRetention(kept().plus(size));
    }

    private void write(KTable<Windowed<String>, SalesSums> windows, KpisOfSums kpis) {
        windows.toStream()
                .flatMap((window, sums) ->
                        kpis.values(sums, window.key(), window.window().end() * MICROS_PER_MS).stream()
                                .map(value -> KeyValue.pair((byte[]) null, value.text()))
                                .toList())
                .to(settings.output(), Produced.with(Serdes.ByteArray(), Serdes.String()));
    }

    /** From the first line until its last window may be forgotten, and until the last line's is closed. */
    private Duration kept() {
        return grace.multipliedBy(2).plus(size.multipliedBy(2)).plus(step);
    }

    private static long millis(OrderLine line) {
        return line.timeMicros() / MICROS_PER_MS;
    }

    /** Which KPIs are made of a window's sums. */
    @FunctionalInterface
    private interface KpisOfSums {
        List<ValueLine> values(SalesSums sums, String member, long end);
    }

    /** Sends a line where its key belongs, and the end of a partition everywhere. */
    private record EndToAll(OrderLine end) implements StreamPartitioner<String, OrderLine> {

        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, OrderLine line, int partitions) {
            return line.equals(end)
                    ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                    : Optional.of(Set.of(Math.floorMod(key.hashCode(), partitions)));
        }
    }
}
