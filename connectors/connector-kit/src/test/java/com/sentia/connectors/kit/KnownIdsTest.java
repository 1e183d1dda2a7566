package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownIdsTest {
    @Test
    void holdsWhatASetHoldsWhateverIsAddedAndTakenAway() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        KnownIds known = new KnownIds();
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < 60_000; i++) {
            long id = 450_000_000_000L + i + random.nextLong(3000);
            if (random.nextInt(5) == 0) {
                known.remove(id);
                expected.remove(id);
            } else {
                known.add(id);
                expected.add(id);
            }
        }

        assertThat(all(known)).as("seed %d", seed).containsExactlyElementsOf(expected);
        assertThat(known.size()).isEqualTo(expected.size());
        assertThat(known.ranges().stream().mapToLong(KnownIds.Range::count).sum())
                .isEqualTo(expected.size());
    }

    @Test
    void comesBackFromItsOffsets() {
        KnownIds known = new KnownIds();
        for (long id = 1; id <= 10_000; id++) {
            known.add(9_007_199_254_740_993L + id * 7);
        }
        KnownIds back = new KnownIds(known.changed().stream()
                .map(slice -> KnownOffsets.readSlice(slice.number(), KnownOffsets.write(slice)))
                .toList());

        assertThat(all(back)).isEqualTo(all(known));
        assertThat(back.numbers()).isEqualTo(known.numbers());
    }

    @Test
    void writesOnlyTheLastSliceAgainForNewRecords() {
        KnownIds known = new KnownIds();
        for (long id = 1; id <= 20_000; id++) {
            known.add(id);
        }
        known.kept();
        known.add(20_001);

        assertThat(known.changed())
                .singleElement()
                .satisfies(slice -> assertThat(slice.ids()).endsWith(20_001));
    }

    @Test
    void fitsAnOffset() {
        KnownIds known = new KnownIds();
        SplittableRandom random = new SplittableRandom(1);
        long id = 5_000_000_000_000L;
        for (int i = 0; i < KnownIds.SLICE; i++) {
            id += random.nextLong(60_000);
            known.add(id);
        }

        assertThat(KnownOffsets.write(known.changed().get(0)).toString().length())
                .isLessThan(20_000);
    }

    @Test
    void coversEveryIdByItsRanges() {
        KnownIds known = new KnownIds();
        for (long id = 10; id <= 100_000; id += 10) {
            known.add(id);
        }
        List<KnownIds.Range> ranges = known.ranges();

        assertThat(ranges.get(0).after()).isEqualTo(Long.MIN_VALUE);
        assertThat(ranges.get(ranges.size() - 1).upTo()).isEqualTo(Long.MAX_VALUE);
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).after()).isEqualTo(ranges.get(i - 1).upTo());
        }
    }

    @Test
    void keepsHowItWasCompared() {
        KnownOffsets.Head head = new KnownOffsets.Head(List.of(0, 3), true, Instant.parse("2026-01-01T12:00:00Z"), 5);
        SourceUnit unit = new SourceUnit("vendor", "shop", "order");

        assertThat(KnownOffsets.readHead(KnownOffsets.write(head))).isEqualTo(head);
        assertThat(KnownOffsets.isHead(KnownOffsets.partition(unit))).isTrue();
        assertThat(KnownOffsets.isPartition(KnownOffsets.partition(unit, 3))).isTrue();
        assertThat(KnownOffsets.isPartition(unit.partition())).isFalse();
        assertThatThrownBy(() -> KnownOffsets.readHead(Map.of("known_slices", "a")))
                .hasMessageContaining("known_slices");
    }

    private static List<Long> all(KnownIds known) {
        List<Long> all = new ArrayList<>();
        known.ranges().forEach(range -> {
            for (long id : known.in(range)) {
                all.add(id);
            }
        });
        return all;
    }
}
