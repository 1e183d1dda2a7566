package com.sentia.jobs.kpi.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRatesTest {
    private static final CanonicalRates RATES = new CanonicalRates("GBP");
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant FOUR = Instant.parse("2026-06-01T16:00:00Z");
    private static final long FOUR_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, FOUR);

    @Test
    void readsARate() {
        assertThat(RATES.of(rate().build()))
                .isEqualTo(new RateVersion(
                        "EUR",
                        MONDAY.toEpochDay(),
                        855_000_001,
                        "rates",
                        new EntityVersion(FOUR_MICROS, 2, FOUR_MICROS + 1)));
    }

    @Test
    void aDeletedRateIsNone() {
        assertThat(RATES.of(rate().setOp(Op.DELETE).setRateNanos(-7).build()))
                .satisfies(version -> assertThat(version.isDeleted()).isTrue())
                .satisfies(version -> assertThat(version.currency()).isEqualTo("EUR"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_000_000_000, 1_000_000_000_000_000L})
    void takesRatesFromAMillionthToAMillion(long nanos) {
        assertThat(RATES.of(rate().setRateNanos(nanos).build()).nanos()).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 999, 1_000_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesRatesBeyond(long nanos) {
        assertRefused(rate().setRateNanos(nanos), "absurd-rate");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, USD, foreign-currency",
        "GBP, EUR, foreign-currency",
        "EUR, gbp, foreign-currency",
        "eur, GBP, unknown-currency",
        "'', GBP, unknown-currency",
        "QQQ, GBP, unknown-currency",
        "GBP, GBP, absurd-rate"
    })
    void refusesPairsThatNothingCanBeConvertedBy(String base, String quote, String reason) {
        assertRefused(rate().setBaseCurrency(base).setQuoteCurrency(quote), reason);
        assertRefused(rate().setBaseCurrency(base).setQuoteCurrency(quote).setOp(Op.DELETE), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998-12-31", "2100-01-01", "-0001-01-01"})
    void refusesDaysThatNoFactCanNeed(String day) {
        assertRefused(rate().setDay(LocalDate.parse(day)), "absurd-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-01-01", "2099-12-31"})
    void takesDaysThatAFactCanNeed(String day) {
        LocalDate parsed = LocalDate.parse(day);
        assertThat(RATES.of(rate().setDay(parsed).build()).day()).isEqualTo(parsed.toEpochDay());
    }

    @Test
    void refusesAVersionThatWouldStandAboveAllForEver() {
        assertRefused(rate().setVersion(new Version(Long.MAX_VALUE, 2, 0L)), "absurd-time");
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> RATES.of(new SalesOrder()))
                .isInstanceOfSatisfying(
                        UnfitRecordException.class, e -> assertThat(e.reason()).isEqualTo("unexpected-record"));
    }

    private static void assertRefused(FxRate.Builder rate, String reason) {
        FxRate record = rate.build();
        assertThatThrownBy(() -> RATES.of(record))
                .isInstanceOfSatisfying(
                        UnfitRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static FxRate.Builder rate() {
        return FxRate.newBuilder()
                .setSource("bank")
                .setUnit("rates")
                .setRateId("EUR/GBP/2026-06-01")
                .setVersion(new Version(FOUR_MICROS, 2, FOUR_MICROS + 1))
                .setOp(Op.UPSERT)
                .setBaseCurrency("EUR")
                .setQuoteCurrency("GBP")
                .setDay(MONDAY)
                .setRateNanos(855_000_001)
                .setPublishedAt(FOUR)
                .setUpdatedAt(FOUR);
    }
}
