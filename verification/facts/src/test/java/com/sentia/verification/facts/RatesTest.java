package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.FxRate;
import com.sentia.schemas.topics.Topics;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final LocalDate FIRST = FactSettings.of(1, 1).from();
    private static final History HISTORY = History.of(5);

    @Test
    void standForTheDayBeforeTheFirstAndEachBusinessDay() {
        List<LocalDate> businessDays = Stream.iterate(FIRST, day -> day.plusDays(1))
                .limit(History.DAYS)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();

        for (String currency : List.of("EUR", "USD")) {
            assertThat(HISTORY.current(Topics.FX_RATE, FxRate.class).stream()
                            .filter(rate -> rate.getBaseCurrency().equals(currency))
                            .map(FxRate::getDay))
                    .contains(FIRST.minusDays(1))
                    .containsAll(businessDays)
                    .hasSize(businessDays.size() + 1);
        }
    }

    @Test
    void areCorrectedAtTimes() {
        assertThat(HISTORY.facts().arrivals(Topics.FX_RATE).stream()
                        .collect(Collectors.groupingBy(
                                Arrival::key,
                                Collectors.mapping(rate -> ((FxRate) rate.fact()).getRateNanos(), Collectors.toSet())))
                        .values())
                .anyMatch(rates -> rates.size() > 1);
    }
}
