package com.sentia.simulators.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.factory.RowChange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateDiaryTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final long SEED = 7;

    private final ReferenceRates rates = new ReferenceRates(SEED, FIRST, LAST);
    private final RateDiary diary = new RateDiary(rates, SEED);

    @Test
    void tellsTheSameOfADayWheneverItIsAsked() {
        LocalDate day = LocalDate.of(2024, 6, 5);

        assertThat(new RateDiary(new ReferenceRates(SEED, FIRST, LAST), SEED).changes(day))
                .isEqualTo(diary.changes(day))
                .isNotEqualTo(new RateDiary(new ReferenceRates(8, FIRST, LAST), 8).changes(day));
    }

    @Test
    void comesToTheTrueRateOfEveryBusinessDayAndOfNoOther() {
        Map<String, BigDecimal> rows = new HashMap<>();
        int changes = 0;
        for (RowChange change : all()) {
            changes++;
            rows.put(change.id(), (BigDecimal) change.columns().get("rate"));
        }

        Map<String, BigDecimal> truth = new HashMap<>();
        FIRST.datesUntil(LAST.plusDays(1)).filter(ReferenceRates::isBusinessDay).forEach(day -> {
            assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            for (String base : ReferenceRates.currencies()) {
                truth.put(base + "/GBP/" + day, BigDecimal.valueOf(rates.nanos(base, day), 9));
            }
        });
        assertThat(rows).isEqualTo(truth).hasSizeGreaterThan(1_000);
        assertThat(changes).as("some are put right").isBetween(rows.size() + 10, rows.size() + 60);
    }

    @Test
    void movesALittleEveryDayAndStaysBelievable() {
        for (String base : ReferenceRates.currencies()) {
            long[] all = FIRST.datesUntil(LAST)
                    .filter(ReferenceRates::isBusinessDay)
                    .mapToLong(day -> rates.nanos(base, day))
                    .toArray();
            for (int i = 1; i < all.length; i++) {
                assertThat(Math.abs(all[i] - all[i - 1])).isBetween(0L, all[i - 1] / 50);
            }
            assertThat(LongStream.of(all).distinct().count()).isGreaterThan(all.length / 2);
            assertThat(LongStream.of(all).max().orElseThrow())
                    .isLessThan(LongStream.of(all).min().orElseThrow() * 3 / 2);
        }
    }

    private List<RowChange> all() {
        return FIRST.datesUntil(LAST.plusDays(2))
                .flatMap(day -> diary.changes(day).stream())
                .toList();
    }
}
