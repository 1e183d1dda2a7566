package com.sentia.simulators.rates;

import com.sentia.simulators.factory.Chance;
import com.sentia.simulators.factory.Diary;
import com.sentia.simulators.factory.Factory;
import com.sentia.simulators.factory.RowChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rates come into the company's database: each day's in the afternoon; now and then one was typed in wrong and is put right later. */
public final class RateDiary implements Diary {
    private static final LocalTime PUBLISHED = LocalTime.of(16, 0);
    private static final LocalTime PUT_RIGHT = LocalTime.of(9, 5);
    private static final int PLACES = 9;
    private static final long WRONG_PER_MILLE = 25;
    private static final long WRONG_BY_NANOS = 9_000_000;

    private final ReferenceRates rates;
    private final long seed;

    /** @param seed of the mistakes */
    public RateDiary(ReferenceRates rates, long seed) {
        this.rates = rates;
        this.seed = seed;
    }

    @Override
    public List<RowChange> changes(LocalDate day) {
        List<RowChange> changes = new ArrayList<>();
        for (String base : ReferenceRates.currencies()) {
            LocalDate before = day.minusDays(1);
            if (rates.has(before) && isWrong(base, before)) {
                changes.add(row(Factory.at(day, PUT_RIGHT), base, before, rates.nanos(base, before)));
            }
            if (rates.has(day)) {
                long told = rates.nanos(base, day) + (isWrong(base, day) ? WRONG_BY_NANOS : 0);
                changes.add(row(Factory.at(day, PUBLISHED), base, day, told));
            }
        }
        changes.sort(Comparator.comparing(RowChange::at));
        return changes;
    }

    private boolean isWrong(String base, LocalDate day) {
        return new Chance(seed, day.toEpochDay(), "typed in " + base).happens(WRONG_PER_MILLE);
    }

    private static RowChange row(Instant at, String base, LocalDate day, long nanos) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("base_currency", base);
        row.put("quote_currency", ReferenceRates.QUOTE);
        row.put("day", day);
        row.put("rate", BigDecimal.valueOf(nanos, PLACES));
        row.put("published_at", Factory.at(day, PUBLISHED));
        row.put("operator_name", null);
        row.put("notes", null);
        return RowChange.written(at, "fx_rate", List.of("base_currency", "quote_currency", "day"), row);
    }
}
