package com.sentia.verification.bench.connectors;

import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The canonical orders of one shop, from now on: waited for by their keys alone, and afterwards read and compared. */
final class CanonicalOrders implements AutoCloseable {
    /** Longest pause between two orders that come. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TopicReader topic;
    private final RecordCodec codec;
    private final String prefix;
    private final Map<TopicPartition, Long> start;

    CanonicalOrders(ConnectorsLoad load, String shop) {
        this.topic = new TopicReader(load.kafka(), Topics.SALES_ORDER);
        this.codec = RecordCodec.connectedTo(load.registry());
        this.prefix = shop + "/";
        this.start = topic.end();
        topic.goTo(start);
    }

    /**
     * Waits until so many different orders have come; {@link System#nanoTime} at which the last did.
     *
     * @throws IOException when they stop coming
     */
    long await(int orders) throws IOException {
        BitSet seen = new BitSet(orders);
        long last = System.nanoTime();
        int known = 0;
        while (known < orders) {
            topic.readSome(record -> {
                if (record.key().startsWith(prefix)) {
                    seen.set(number(record.key()));
                }
            });
            int now = seen.cardinality();
            if (now > known) {
                known = now;
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new IOException("of " + orders + " orders of " + prefix + " only " + known
                        + " came to be canonical within " + PATIENCE + " of each other");
            }
        }
        return last;
    }

    /** How many of the orders stand there as they were sold: each line's article, units and price. */
    int equal(int orders, int lines) {
        BitSet equal = new BitSet(orders);
        topic.read(start, topic.end(), record -> {
            if (record.key().startsWith(prefix) && codec.decode(record.value()) instanceof SalesOrder order) {
                int number = number(record.key());
                equal.set(number, isAsSold(order, SeededOrder.of(number, lines)));
            }
        });
        return equal.cardinality();
    }

    private static boolean isAsSold(SalesOrder order, SeededOrder sold) {
        List<SeededOrder.Line> lines = order.getLines().stream()
                .map(line -> new SeededOrder.Line(line.getSku(), line.getQuantity(), line.getUnitPriceMicros()))
                .toList();
        return order.getOrderId().equals(Long.toString(sold.id())) && lines.equals(sold.lines());
    }

    private int number(String key) {
        return SeededOrder.numberOf(Long.parseLong(key.substring(prefix.length())));
    }

    @Override
    public void close() {
        topic.close();
    }
}
