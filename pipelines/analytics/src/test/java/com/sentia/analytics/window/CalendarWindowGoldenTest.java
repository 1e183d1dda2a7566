package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.SalesCatalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sales small enough to sort into London's calendar by hand. */
class CalendarWindowGoldenTest {
    private static final long POUND = 1_000_000;

    private final EngineDriver driver = new EngineDriver(
            SalesCatalogue.ofTotal(ZoneId.of("Europe/London"), List.of("hour", "day", "week", "month", "quarter")),
            100 * Batch.DAY);

    private int orders;

    @Test
    void onTheDayOf23Hours() {
        sell("2026-03-28T23:59:59Z", 1, "a");
        sell("2026-03-29T00:00:00Z", 2, "a");
        sell("2026-03-29T00:59:59Z", 4, "b");
        sell("2026-03-29T01:00:00Z", 8, "a");
        sell("2026-03-29T22:59:59Z", 16, "c");
        sell("2026-03-29T23:00:00Z", 32, "a");
        end();

        assertThat(sales("hour"))
                .containsExactly(
                        "2026-03-29T00:00:00Z 1",
                        "2026-03-29T01:00:00Z 6",
                        "2026-03-29T02:00:00Z 8",
                        "2026-03-29T23:00:00Z 16",
                        "2026-03-30T00:00:00Z 32");
        assertThat(sales("day"))
                .containsExactly("2026-03-29T00:00:00Z 1", "2026-03-29T23:00:00Z 30", "2026-03-30T23:00:00Z 32");
        assertThat(customers("day"))
                .containsExactly("2026-03-29T00:00:00Z 1", "2026-03-29T23:00:00Z 3", "2026-03-30T23:00:00Z 1");
        assertThat(sales("week")).containsExactly("2026-03-29T23:00:00Z 31", "2026-04-05T23:00:00Z 32");
        assertThat(customers("week")).containsExactly("2026-03-29T23:00:00Z 3", "2026-04-05T23:00:00Z 1");
        assertThat(sales("month")).containsExactly("2026-03-31T23:00:00Z 63");
        assertThat(customers("month")).containsExactly("2026-03-31T23:00:00Z 3");
    }

    @Test
    void onTheDayOf25Hours() {
        sell("2026-10-24T22:59:59Z", 1, "a");
        sell("2026-10-24T23:00:00Z", 2, "a");
        // Both at half past one.
        sell("2026-10-25T00:30:00Z", 4, "b");
        sell("2026-10-25T01:30:00Z", 8, "b");
        sell("2026-10-25T23:59:59Z", 16, "c");
        sell("2026-10-26T00:00:00Z", 32, "a");
        end();

        assertThat(sales("hour"))
                .containsExactly(
                        "2026-10-24T23:00:00Z 1",
                        "2026-10-25T00:00:00Z 2",
                        "2026-10-25T01:00:00Z 4",
                        "2026-10-25T02:00:00Z 8",
                        "2026-10-26T00:00:00Z 16",
                        "2026-10-26T01:00:00Z 32");
        assertThat(sales("day"))
                .containsExactly("2026-10-24T23:00:00Z 1", "2026-10-26T00:00:00Z 30", "2026-10-27T00:00:00Z 32");
        assertThat(customers("day"))
                .containsExactly("2026-10-24T23:00:00Z 1", "2026-10-26T00:00:00Z 3", "2026-10-27T00:00:00Z 1");
        assertThat(sales("week")).containsExactly("2026-10-26T00:00:00Z 31", "2026-11-02T00:00:00Z 32");
    }

    @Test
    void onTheLeapDay() {
        sell("2028-02-28T12:00:00Z", 1, "a");
        sell("2028-02-29T00:00:00Z", 2, "b");
        sell("2028-02-29T23:59:59Z", 4, "b");
        sell("2028-03-01T00:00:00Z", 8, "a");
        end();

        assertThat(sales("day"))
                .containsExactly("2028-02-29T00:00:00Z 1", "2028-03-01T00:00:00Z 6", "2028-03-02T00:00:00Z 8");
        assertThat(sales("month")).containsExactly("2028-03-01T00:00:00Z 7", "2028-03-31T23:00:00Z 8");
        assertThat(customers("month")).containsExactly("2028-03-01T00:00:00Z 2", "2028-03-31T23:00:00Z 1");
    }

    @Test
    void overTheEndOfAYear() {
        sell("2026-12-27T23:59:59Z", 1, "a");
        sell("2026-12-31T23:59:59Z", 2, "a");
        sell("2027-01-01T00:00:00Z", 4, "a");
        sell("2027-01-04T00:00:00Z", 8, "b");
        end();

        assertThat(sales("week"))
                .containsExactly("2026-12-28T00:00:00Z 1", "2027-01-04T00:00:00Z 6", "2027-01-11T00:00:00Z 8");
        assertThat(sales("month")).containsExactly("2027-01-01T00:00:00Z 3", "2027-02-01T00:00:00Z 12");
        assertThat(sales("quarter")).containsExactly("2027-01-01T00:00:00Z 3", "2027-03-31T23:00:00Z 12");
        assertThat(customers("quarter")).containsExactly("2027-01-01T00:00:00Z 1", "2027-03-31T23:00:00Z 2");
    }

    @Test
    void atTheEndsOfQuarters() {
        sell("2026-03-31T22:59:59Z", 1, "a");
        sell("2026-03-31T23:00:00Z", 2, "a");
        sell("2026-06-30T22:59:59Z", 4, "b");
        sell("2026-06-30T23:00:00Z", 8, "a");
        sell("2026-09-30T22:59:59Z", 16, "a");
        sell("2026-09-30T23:00:00Z", 32, "c");
        end();

        assertThat(sales("quarter"))
                .containsExactly(
                        "2026-03-31T23:00:00Z 1",
                        "2026-06-30T23:00:00Z 6",
                        "2026-09-30T23:00:00Z 24",
                        "2027-01-01T00:00:00Z 32");
        assertThat(customers("quarter"))
                .containsExactly(
                        "2026-03-31T23:00:00Z 1",
                        "2026-06-30T23:00:00Z 2",
                        "2026-09-30T23:00:00Z 1",
                        "2027-01-01T00:00:00Z 1");
    }

    @Test
    void whileOpenAndAfterItIsFinal() {
        sell("2026-05-01T12:00:00Z", 1, "a");
        driver.refresh();
        assertThat(states("quarter")).containsExactly("2026-06-30T23:00:00Z OPEN 0");

        sell("2026-05-20T12:00:00Z", 2, "a");
        driver.refresh();
        assertThat(sales("quarter")).containsExactly("2026-06-30T23:00:00Z 3");
        assertThat(sales("month")).containsExactly("2026-05-31T23:00:00Z 3");

        driver.advance(micros("2026-06-01T00:00:00Z"));
        assertThat(states("month")).containsExactly("2026-05-31T23:00:00Z FINAL 0");
        assertThat(states("quarter")).containsExactly("2026-06-30T23:00:00Z OPEN 0");

        // The same customer again: neither the week nor the quarter has one more.
        sell("2026-05-02T12:00:00Z", 4, "a");
        assertThat(states("month")).containsExactly("2026-05-31T23:00:00Z RESTATED 1");
        assertThat(customers("month")).containsExactly("2026-05-31T23:00:00Z 1");

        driver.advance(micros("2026-07-01T00:00:00Z"));
        assertThat(states("quarter")).containsExactly("2026-06-30T23:00:00Z FINAL 0");
        for (int order = 0; order < orders; order++) {
            driver.arrive("order" + order, new EntityFacts(new EntityVersion(2, 2, 0), List.of()));
        }
        assertThat(Stream.of("hour", "day", "week", "month", "quarter").flatMap(window -> sales(window).stream()))
                .isEmpty();
    }

    private void sell(String time, long pounds, String customer) {
        long at = micros(time);
        driver.arrive(
                "order" + orders++,
                new EntityFacts(
                        new EntityVersion(1, 2, 0),
                        List.of(
                                Sales.fact(FactKind.ORDER, at, "shopify", "UK", null, 0, 0, customer),
                                Sales.fact(FactKind.GOODS, at, "shopify", "UK", "A", 1, pounds * POUND, null))));
    }

    private void end() {
        driver.advance(micros("2029-01-01T00:00:00Z"));
    }

    private List<String> sales(String window) {
        return values("gross_sales", window);
    }

    private List<String> customers(String window) {
        return values("customers", window);
    }

    private List<String> values(String kpi, String window) {
        return driver.rows("total", List.of(), kpi, window).entrySet().stream()
                .map(row -> instant(row.getKey()) + " "
                        + java.util.Objects.requireNonNull(row.getValue().value())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private List<String> states(String window) {
        return driver.rows("total", List.of(), "gross_sales", window).entrySet().stream()
                .map(row -> instant(row.getKey()) + " " + row.getValue().stage() + " "
                        + row.getValue().revision())
                .toList();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(String instant) {
        return Batch.micros(Instant.parse(instant));
    }
}
