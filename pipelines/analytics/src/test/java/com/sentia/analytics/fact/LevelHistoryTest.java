package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LevelHistoryTest {
    private static final int INSTANTS = 8;
    private static final int ARRIVALS = 60;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 20), new Random().longs(5));
    }

    /** Versions of a few instants come in any order, twice and with deletes; its category changes now and then. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movesAddUpToWhatItStandsAt(long seed) {
        Random random = new Random(seed);
        Known known = new Known();
        Map<Fact, Integer> facts = new HashMap<>();
        for (int a = 0; a < ARRIVALS; a++) {
            long instant = 1L + random.nextInt(INSTANTS);
            EntityFacts arriving = version(random, instant);
            LevelHistory.step(known, instant, arriving).ifPresent(step -> {
                known.versions.put(instant, arriving);
                step.diff().retractions().forEach(fact -> facts.merge(fact, -1, Integer::sum));
                step.diff().additions().forEach(fact -> facts.merge(fact, 1, Integer::sum));
            });
        }

        assertThat(facts.values()).allMatch(count -> count >= 0);
        for (long instant = 0; instant <= INSTANTS; instant++) {
            assertThat(sums(facts, instant)).as("at %d", instant).isEqualTo(known.standing(instant));
        }
    }

    private static EntityFacts version(Random random, long instant) {
        EntityVersion version = new EntityVersion(random.nextInt(6), 0, 0);
        if (random.nextInt(4) == 0) {
            return new EntityFacts(version, List.of());
        }
        List<Fact> facts = new ArrayList<>();
        for (String category : random.nextInt(5) == 0 ? List.of("red", "blue") : List.of("red")) {
            facts.add(Fact.of(FactKind.STOCK, instant)
                    .with(Attribute.CATEGORY, category)
                    .with(Figure.ON_HAND, random.nextInt(5))
                    .build());
        }
        return new EntityFacts(version, facts);
    }

    private static Map<String, Long> sums(Map<Fact, Integer> facts, long instant) {
        Map<String, Long> sums = new HashMap<>();
        facts.forEach((fact, count) -> {
            if (fact.timeMicros() <= instant) {
                sums.merge(
                        String.valueOf(fact.text(Attribute.CATEGORY)), count * fact.figure(Figure.ON_HAND), Long::sum);
            }
        });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static final class Known implements LevelHistory.Instants {
        final TreeMap<Long, EntityFacts> versions = new TreeMap<>();

        Map<String, Long> standing(long instant) {
            Map<String, Long> standing = new HashMap<>();
            EntityFacts last = before(instant + 1);
            for (Fact fact : last == null ? List.<Fact>of() : last.facts()) {
                standing.put(String.valueOf(fact.text(Attribute.CATEGORY)), fact.figure(Figure.ON_HAND));
            }
            standing.values().removeIf(level -> level == 0);
            return standing;
        }

        @Override
        public @Nullable EntityFacts at(long instant) {
            return versions.get(instant);
        }

        @Override
        public @Nullable EntityFacts before(long instant) {
            return versions.headMap(instant, false).descendingMap().values().stream()
                    .filter(version -> !version.facts().isEmpty())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public @Nullable EntityFacts after(long instant) {
            return versions.tailMap(instant, false).values().stream()
                    .filter(version -> !version.facts().isEmpty())
                    .findFirst()
                    .orElse(null);
        }
    }
}
