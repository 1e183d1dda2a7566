package com.sentia.normalizer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.facts.FactChanges;
import com.sentia.normalizer.facts.KnownFacts;
import com.sentia.normalizer.mapping.PayloadMapper;
import com.sentia.normalizer.mapping.ShopifyOrderMapper;
import com.sentia.normalizer.mapping.UnmappableException;
import com.sentia.normalizer.topology.TestingNormalizer.Sent;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;

class ConvergenceTest {
    private static final Version ANY_VERSION = new Version(0L, 0, 0L);
    private static final PayloadMapper MAPPER = new ShopifyOrderMapper(Map.of(RawOrders.UK, "UK"));

    @Property(tries = 300)
    void comesToTheSameContentInWhateverOrderVersionsArrive(
            @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 3) int repeats) {
        List<RawRecord> history = history(new Random(seed));
        List<RawRecord> shuffled = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            shuffled.addAll(history);
        }
        Collections.shuffle(shuffled, new Random(seed + 1L));

        assertThat(finalContent(shuffled)).isEqualTo(finalContent(history));
    }

    @Property(tries = 300)
    void neverSendsAVersionBelowOneItHasSent(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<RawRecord> shuffled = history(new Random(seed));
        Collections.shuffle(shuffled, new Random(seed + 1L));

        Map<String, Long> highest = new TreeMap<>();
        for (Sent sent : sent(shuffled)) {
            long version = version(sent.value()).getUpdatedAtMicros();
            assertThat(version).isGreaterThan(highest.getOrDefault(sent.key(), -1L));
            highest.put(sent.key(), version);
        }
    }

    /** Versions of three orders: edited, refunded, unrefunded, cancelled, deleted and revived. */
    private static List<RawRecord> history(Random random) {
        List<RawRecord> history = new ArrayList<>();
        for (int minute = 1; minute <= 12; minute++) {
            String id = String.valueOf(100 + random.nextInt(3));
            String[] refunds = random.ints(random.nextInt(3), 7000, 7003)
                    .distinct()
                    .mapToObj(number -> id + number)
                    .toArray(String[]::new);
            history.add(
                    switch (random.nextInt(6)) {
                        case 0 -> RawOrders.deleted(id, minute);
                        case 1 -> RawOrders.cancelled(id, minute, 2, refunds);
                        case 2 -> RawOrders.order(id, minute, 0, refunds);
                        default -> RawOrders.order(id, minute, 1 + random.nextInt(2), refunds);
                    });
        }
        return history;
    }

    private static Map<String, SpecificRecord> finalContent(List<RawRecord> records) {
        Map<String, SpecificRecord> content = new TreeMap<>();
        for (Sent sent : sent(records)) {
            if (op(sent.value()) == Op.DELETE) {
                content.remove(sent.key());
            } else {
                content.put(sent.key(), withoutVersion(sent.value()));
            }
        }
        return content;
    }

    /** The processor's decisions without Kafka, so that hundreds of histories can be tried. */
    private static List<Sent> sent(List<RawRecord> records) {
        Map<String, KnownFacts> known = new HashMap<>();
        List<Sent> sent = new ArrayList<>();
        for (RawRecord raw : records) {
            KnownFacts before = known.get(raw.getId());
            if (!FactChanges.isStale(before, raw.getVersion())) {
                FactChanges changes = FactChanges.between(before, raw.getVersion(), found(raw));
                known.put(raw.getId(), changes.known());
                changes.changed().forEach(fact -> sent.add(new Sent(fact.topic().name() + fact.key(), fact.content())));
            }
        }
        return sent;
    }

    private static List<Fact> found(RawRecord raw) {
        try {
            return raw.getOp() == Op.DELETE ? List.of() : MAPPER.map(raw);
        } catch (UnmappableException e) {
            throw new AssertionError(e);
        }
    }

    private static SpecificRecord withoutVersion(SpecificRecord record) {
        if (record instanceof SalesOrder order) {
            return SalesOrder.newBuilder(order)
                    .setVersion(ANY_VERSION)
                    .setUpdatedAt(Instant.EPOCH)
                    .build();
        }
        return SalesRefund.newBuilder((SalesRefund) record)
                .setVersion(ANY_VERSION)
                .build();
    }

    private static Op op(SpecificRecord record) {
        return record instanceof SalesOrder order ? order.getOp() : ((SalesRefund) record).getOp();
    }

    private static Version version(SpecificRecord record) {
        return record instanceof SalesOrder order ? order.getVersion() : ((SalesRefund) record).getVersion();
    }
}
