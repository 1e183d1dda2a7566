package com.sentia.verification.bench.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;
import com.sentia.verification.bench.Samples;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;

/** The normalizer alone, with raw records that are all there when it begins; beside it what reading them costs without it. */
final class NormalizerRounds {
    private static final double MEGABYTE = 1e6;

    private final ConnectorsLoad load;
    private final Iterator<String> shops;
    private final Findings findings;
    private final RecordCodec codec;

    NormalizerRounds(ConnectorsLoad load, Iterator<String> shops, Findings findings) {
        this.load = load;
        this.shops = shops;
        this.findings = findings;
        this.codec = RecordCodec.connectedTo(load.registry());
    }

    /** One round: what it took, and how many bytes the records have. */
    private record Round(double normalized, double read, double decoded, long bytes) {}

    /** Normalizes a little and tells nothing. */
    void warmUp() throws IOException {
        Round unused = round(Math.max(1, load.records() / 10), RecordSize.SMALL.lines());
    }

    void measure(RecordSize size) throws IOException {
        int records = Math.max(1, load.records() / size.fewer());
        double[] normalized = new double[load.rounds()];
        double[] read = new double[load.rounds()];
        double[] decoded = new double[load.rounds()];
        long bytes = 0;
        for (int number = 0; number < load.rounds(); number++) {
            Round round = round(records, size.lines());
            normalized[number] = records / round.normalized();
            read[number] = records / round.read();
            decoded[number] = records / round.decoded();
            bytes = round.bytes();
            System.out.printf(
                    "%,d raw records of %,d bytes: %.1f s, %,.0f a second%n",
                    records, bytes / records, round.normalized(), normalized[number]);
        }
        double median = new Samples(normalized).median();
        double each = (double) bytes / records;
        ObjectNode node = findings.figures().putObject("normalizer_" + size.word());
        node.put("records", records)
                .put("bytes_each", Math.round(each))
                .put("median_records_per_second", Math.round(median))
                .put("median_megabytes_per_second", median * each / MEGABYTE)
                .put("read_records_per_second", Math.round(new Samples(read).median()))
                .put("read_and_decoded_records_per_second", Math.round(new Samples(decoded).median()));
        findings.line(
                "normalizer, records of %,6.0f bytes: %,8.0f a second, %.1f MB/s; only read %,.0f, read and decoded %,.0f",
                each, median, median * each / MEGABYTE, new Samples(read).median(), new Samples(decoded).median());
        findings.goal(
                size == RecordSize.SMALL
                        ? Goal.atLeast("raw records of up to 1 KB normalized", size.least(), "a second", median)
                        : Goal.atLeast(
                                "larger raw records normalized", size.least(), "MB/s", median * each / MEGABYTE));
    }

    private Round round(int records, int lines) throws IOException {
        String shop = shops.next();
        try (RawLoad raw = new RawLoad(load);
                TopicReader topic = new TopicReader(load.kafka(), Topics.RAW_SHOPIFY_ORDER);
                CanonicalOrders canonical = new CanonicalOrders(load, shop)) {
            Map<TopicPartition, Long> from = topic.end();
            raw.write(shop, records, lines);
            long start = System.nanoTime();
            raw.show();
            double normalized = (canonical.await(records) - start) / 1e9;
            int equal = canonical.equal(records, lines);
            findings.equal(equal);
            if (equal != records) {
                findings.complain(
                        (records - equal) + " of " + records + " raw orders did not become canonical as they are");
            }
            Map<TopicPartition, Long> to = topic.end();
            return new Round(normalized, read(topic, from, to, false), read(topic, from, to, true), raw.bytes());
        }
    }

    private double read(
            TopicReader topic, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, boolean decoding) {
        LongAdder kinds = new LongAdder();
        long start = System.nanoTime();
        topic.read(from, to, record -> {
            if (decoding) {
                kinds.add(codec.decode(record.value()).getSchema().getFields().size());
            }
        });
        return (System.nanoTime() - start) / 1e9;
    }
}
