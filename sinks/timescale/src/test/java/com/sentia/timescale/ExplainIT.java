package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainIT {
    private static final List<String> LINE = List.of("region", "sku");
    private static final KpiMeasure GROSS = new KpiMeasure("gross", 1, "goods", Map.of(), "sum", "amount", LINE);
    private static final KpiMeasure DISCOUNTS =
            new KpiMeasure("discounts", -1, "discount", Map.of(), "sum", "amount", List.of("region"));
    private static final String TOP =
            "select component, trim_scale(contribution), entity from kpi_facts('net_sales', '%s', '%s',"
                    + " timestamptz '%s', %d)";
    private static final String TOTALS = "select m ->> 'component', m ->> 'facts', m ->> 'total'"
            + " from kpi_explain('net_sales', '%s', '%s', '%s') e, jsonb_array_elements(e.measures) m";

    private static final String RATES =
            "select currency, day, facts, trim_scale(amount), quote, trim_scale(rate), rate_day, is_estimated, unit"
                    + " from kpi_rates('net_sales', '%s', '1h/1m', '2026-03-01 12:00+00') order by 1, 2";

    private TestingTables tables;
    private TestingWriter writer;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
        writer = TestingWriter.start(tables);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void saysWhatAValueIsMadeOf() throws Exception {
        define(GROSS, DISCOUNTS);
        writer.write(Changes.at(NOON).worth("7"));
        writer.write(
                KpiWrite.of(new SourceProgressRow("shopify", "uk", "order", NOON, NOON)),
                KpiWrite.of(new SourceProgressRow("shopify", "eu", "order", NOON - 1, NOON)),
                writer.progress(NOON));
        facts(goods("2026-03-01T11:30:00Z", "UK", "A", "8.5"), discount("2026-03-01T11:00:00Z", "UK", "1.5"));

        assertThat(tables.rows(
                        "select kpi_version, formula, window_start, window_end, trim_scale(value), components, fact_count,"
                                + " revision, state, measures -> 0 ->> 'total', measures -> 1 ->> 'total', sources -> 0 ->> 'isComplete',"
                                + " sources -> 1 ->> 'isComplete', jsonb_array_length(facts)"
                                + " from kpi_explain('net_sales', '{}', '1h/1m')"))
                .containsExactly("1|gross - discounts|2026-03-01 11:00:00+00|2026-03-01 12:00:00+00|7"
                        + "|{\"gross\": 7, \"discounts\": 1}|7|0|FINAL|8.5|-1.5|false|true|2");
    }

    @Test
    void listsTheFactsThatAddMostOfTheWindowAlone() throws Exception {
        define(GROSS, DISCOUNTS);
        facts(
                goods("2026-03-01T10:59:59.999999Z", "UK", "A", "100"),
                goods("2026-03-01T11:00:00Z", "UK", "A", "1"),
                discount("2026-03-01T11:10:00Z", "UK", "3"),
                goods("2026-03-01T11:59:59.999999Z", "UK", "B", "2"),
                goods("2026-03-01T12:00:00Z", "UK", "B", "100"));

        assertThat(tables.rows(TOP.formatted("{}", "1h/1m", "2026-03-01 12:00+00", 2)))
                .containsExactly("discounts|-3|order/2", "gross|2|order/3");
        assertThat(tables.rows(TOP.formatted("{}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .hasSize(3);
    }

    @Test
    void keepsToTheMembersOfTheSeries() throws Exception {
        define(GROSS, DISCOUNTS);
        facts(
                goods("2026-03-01T11:30:00Z", "UK", "A", "1"),
                goods("2026-03-01T11:30:00Z", "EU", "A", "2"),
                goods("2026-03-01T11:30:00Z", null, "A", "4"),
                discount("2026-03-01T11:30:00Z", "UK", "8"));

        assertThat(tables.rows(TOP.formatted("{\"region\": \"UK\"}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .containsExactly("discounts|-8|order/3", "gross|1|order/0");
        assertThat(tables.rows(TOP.formatted("{\"region\": \"none\"}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .containsExactly("gross|4|order/2");
        assertThat(tables.rows(TOP.formatted("{\"sku\": \"A\"}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .as("a discount has no sku")
                .containsExactly("gross|4|order/2", "gross|2|order/1", "gross|1|order/0");
    }

    @Test
    void takesTheFactsThatMeasuresSelectAndCountsMembers() throws Exception {
        define(
                new KpiMeasure("some", 1, "goods", Map.of("sku", "A", "region", "*"), "count", null, LINE),
                new KpiMeasure("skus", 1, "goods", Map.of(), "distinct", "sku", LINE),
                new KpiMeasure("again", 1, "goods", Map.of(), "repeated", "sku", LINE));
        facts(
                goods("2026-03-01T11:30:00Z", "UK", "A", "1"),
                goods("2026-03-01T11:31:00Z", null, "A", "2"),
                goods("2026-03-01T11:32:00Z", "UK", "B", "4"),
                goods("2026-03-01T11:33:00Z", "UK", null, "4"));
        writer.write(Changes.at(NOON).worth("1"));

        assertThat(tables.rows(TOTALS.formatted("{}", "1h/1m", "2026-03-01 12:00+00")))
                .containsExactly("some|1|1", "skus|3|2", "again|3|1");
    }

    @Test
    void takesOfAProductTheFactsThatHaveAMemberAndAddsUpNothing() throws Exception {
        define(new KpiMeasure("rolled", 1, "goods", Map.of("sku", "*"), "rolled", "amount", LINE));
        facts(
                goods("2026-03-01T11:30:00Z", "UK", "A", "1"),
                goods("2026-03-01T11:31:00Z", "UK", "B", "2"),
                goods("2026-03-01T11:32:00Z", "UK", null, "4"));
        writer.write(Changes.at(NOON).worth("1"));

        assertThat(tables.rows(TOTALS.formatted("{}", "1h/1m", "2026-03-01 12:00+00")))
                .containsExactly("rolled|2|null");
        assertThat(tables.rows(TOP.formatted("{}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .as("by what is divided by")
                .containsExactly("rolled|2|order/1", "rolled|1|order/0");
    }

    @Test
    void aDayIsAsLongAsItIsInTheBusinessZone() throws Exception {
        define(GROSS);
        facts(
                goods("2026-03-28T23:59:59Z", "UK", "A", "1"),
                goods("2026-03-29T00:00:00Z", "UK", "A", "2"),
                goods("2026-03-29T22:59:59Z", "UK", "A", "4"),
                goods("2026-10-24T23:00:00Z", "UK", "A", "8"),
                goods("2026-10-25T23:59:59Z", "UK", "A", "16"));

        assertThat(tables.rows(TOP.formatted("{}", "day", "2026-03-29 23:00+00", 9)))
                .as("23 hours")
                .containsExactly("gross|4|order/2", "gross|2|order/1");
        assertThat(tables.rows(TOP.formatted("{}", "day", "2026-10-26 00:00+00", 9)))
                .as("25 hours")
                .containsExactly("gross|16|order/4", "gross|8|order/3");
        assertThat(tables.rows(
                        "select kpi_window_start(unit, '2026-04-01 00:00 Europe/London'), kpi_window_start('30d/1h', '2026-04-01Z')"
                                + " from unnest(array['hour', 'month', 'quarter']) unit"))
                .containsExactly(
                        "2026-03-31 22:00:00+00|2026-03-02 00:00:00+00",
                        "2026-03-01 00:00:00+00|2026-03-02 00:00:00+00",
                        "2026-01-01 00:00:00+00|2026-03-02 00:00:00+00");
    }

    @Test
    void anEndBetweenTwoStepsIsThatOfTheLast() throws Exception {
        define(GROSS);
        writer.write(Changes.at(NOON).worth("7"));

        assertThat(tables.rows("select window_end, trim_scale(value) from kpi_explain('net_sales', '{}', '1h/1m',"
                        + " '2026-03-01 12:03:30+00')"))
                .containsExactly("2026-03-01 12:03:00+00|7");
        assertThat(tables.rows("select * from kpi_explain('net_sales', '{}', '1h/1m', '2026-03-01 11:59+00')"))
                .isEmpty();
    }

    @Test
    void convertsAmountsByTheRateOfTheirDayOrTheNearestBefore() throws Exception {
        define(GROSS, new KpiMeasure("lines", 1, "goods", Map.of(), "count", null, LINE));
        writer.write(Changes.at(NOON).worth("7"));
        rates(
                rate("EUR", "2026-02-27", "0.855"),
                rate("EUR", "2026-03-02", "9"),
                rate("USD", "2026-03-01", "0.787123456"));
        facts(
                foreign("2026-03-01T11:30:00Z", "UK", "EUR", "2026-03-01", "100"),
                foreign("2026-03-01T11:31:00Z", "EU", "EUR", "2026-03-01", "50"),
                foreign("2026-03-01T11:32:00Z", "EU", "EUR", "2026-02-27", "10"),
                foreign("2026-03-01T11:33:00Z", "UK", "USD", "2026-03-01", "1000"),
                foreign("2026-03-01T12:00:00Z", "UK", "USD", "2026-03-01", "1"),
                goods("2026-03-01T11:34:00Z", "UK", "A", "5"));

        assertThat(tables.rows(TOTALS.formatted("{}", "1h/1m", "2026-03-01 12:00+00")))
                .containsExactly("gross|5|928.923456", "lines|5|5");
        assertThat(tables.rows(TOP.formatted("{}", "1h/1m", "2026-03-01 12:00+00", 2)))
                .containsExactly("gross|787.123456|order/3", "gross|85.5|order/0");
        assertThat(tables.rows(RATES.formatted("{}")))
                .containsExactly(
                        "EUR|2026-02-27|1|10|GBP|0.855|2026-02-27|f|rates",
                        "EUR|2026-03-01|2|150|GBP|0.855|2026-02-27|t|rates",
                        "USD|2026-03-01|1|1000|GBP|0.787123456|2026-03-01|f|rates");
        assertThat(tables.rows(RATES.formatted("{\"region\": \"EU\"}")))
                .containsExactly(
                        "EUR|2026-02-27|1|10|GBP|0.855|2026-02-27|f|rates",
                        "EUR|2026-03-01|1|50|GBP|0.855|2026-02-27|t|rates");
        assertThat(tables.rows("select (e.rates -> 1) - 'knownSince',"
                        + " (e.rates -> 1 ->> 'knownSince')::timestamptz <= now()"
                        + " from kpi_explain('net_sales', '{}', '1h/1m') e"))
                .containsExactly(
                        "{\"day\": \"2026-03-01\", \"rate\": 0.855, \"unit\": \"rates\", \"facts\": 2, \"quote\": \"GBP\","
                                + " \"amount\": 150, \"rateDay\": \"2026-02-27\", \"currency\": \"EUR\", \"isEstimated\": true}|t");
    }

    @Test
    void takesTheEarliestLaterRateWhereNoneIsBeforeAndNothingWhereThereIsNone() throws Exception {
        define(GROSS);
        writer.write(Changes.at(NOON).worth("7"));
        rates(rate("EUR", "2026-03-03", "0.9"), rate("EUR", "2026-03-02", "0.5"), taken("EUR", "2026-02-28"));
        facts(
                foreign("2026-03-01T11:30:00Z", "UK", "EUR", "2026-03-01", "100"),
                foreign("2026-03-01T11:31:00Z", "UK", "SEK", "2026-03-01", "70"));

        assertThat(tables.rows(TOTALS.formatted("{}", "1h/1m", "2026-03-01 12:00+00")))
                .containsExactly("gross|2|50");
        assertThat(tables.rows(RATES.formatted("{}")))
                .containsExactly(
                        "EUR|2026-03-01|1|100|GBP|0.5|2026-03-02|t|rates", "SEK|2026-03-01|1|70|null|null|null|f|null");
    }

    @Test
    void namesNoRatesWhereAllIsInTheBusinessCurrencyOrNoAmountIsTaken() throws Exception {
        define(
                new KpiMeasure("some", 1, "goods", Map.of("sku", "A"), "sum", "amount", LINE),
                new KpiMeasure("lines", 1, "goods", Map.of(), "count", null, LINE));
        writer.write(Changes.at(NOON).worth("7"));
        rates(rate("EUR", "2026-03-01", "0.9"));
        facts(
                goods("2026-03-01T11:30:00Z", "UK", "A", "100"),
                foreign("2026-03-01T11:30:00Z", "UK", "EUR", "2026-03-01", "100"));

        assertThat(tables.rows("select rates from kpi_explain('net_sales', '{}', '1h/1m')"))
                .containsExactly("[]");
    }

    @Test
    void convertsNothingThatOnlyNamesTheBusinessCurrency() throws Exception {
        define(GROSS);
        writer.write(Changes.at(NOON).worth("7"));
        rates(rate("EUR", "2026-03-01", "0.5"));
        facts(
                foreign("2026-03-01T11:30:00Z", "UK", "EUR", "2026-03-01", "4"),
                new FactRow(
                        "goods",
                        micros("2026-03-01T11:31:00Z"),
                        Map.of("region", "UK", "currency", "GBP"),
                        Map.of("amount", new BigDecimal("5"))));

        assertThat(tables.rows(TOP.formatted("{}", "1h/1m", "2026-03-01 12:00+00", 9)))
                .containsExactly("gross|5|order/1", "gross|2|order/0");
        assertThat(tables.rows(RATES.formatted("{}"))).containsExactly("EUR|2026-03-01|1|4|GBP|0.5|2026-03-01|f|rates");
    }

    private void rates(RateRow... rows) throws Exception {
        try (BatchFlush<RateRow> flush = new BatchFlush<>(
                tables.address(Role.SENTIA_WRITER),
                new RateBatch(),
                Duration.ofSeconds(60),
                TimescaleSinks.failing())) {
            flush.write(List.of(rows));
        }
    }

    private static RateRow rate(String currency, String day, String rate) {
        return new RateRow(
                currency, LocalDate.parse(day).toEpochDay(), "GBP", new BigDecimal(rate), "rates", NOON, 2, NOON);
    }

    private static RateRow taken(String currency, String day) {
        return new RateRow(currency, LocalDate.parse(day).toEpochDay(), "GBP", null, "rates", NOON, 2, NOON);
    }

    private static FactRow foreign(String at, String region, String currency, String rateDay, String amount) {
        return new FactRow(
                "goods",
                micros(at),
                Map.of("region", region, "currency", currency, "rate_day", rateDay),
                Map.of("amount", new BigDecimal(amount)));
    }

    private void define(KpiMeasure... measures) throws SQLException {
        try (Connection connection = tables.address(Role.SENTIA_WRITER).connect("test")) {
            KpiDefinition definition = new KpiDefinition(
                    "net_sales",
                    1,
                    "Net sales",
                    "GBP",
                    "gross - discounts",
                    List.of("gross", "discounts"),
                    List.of(measures));
            KpiDefinitions.register(connection, "kpi", List.of(definition));
            KpiDefinitions.activateFirst(connection, List.of(definition));
        }
    }

    /** Each of an entity of its own: order/0, order/1, … */
    private void facts(FactRow... rows) throws Exception {
        List<FactWrite> writes = new ArrayList<>();
        for (FactRow row : rows) {
            writes.add(new FactWrite("order/" + writes.size(), NOON, 1, NOON, "LATE", List.of(row), false));
        }
        try (BatchFlush<FactWrite> flush = new BatchFlush<>(
                tables.address(Role.SENTIA_WRITER),
                new FactBatch(),
                Duration.ofSeconds(60),
                TimescaleSinks.failing())) {
            flush.write(writes);
        }
    }

    private static FactRow goods(String at, @Nullable String region, @Nullable String sku, String amount) {
        Map<String, String> attributes = new HashMap<>();
        if (region != null) {
            attributes.put("region", region);
        }
        if (sku != null) {
            attributes.put("sku", sku);
        }
        return new FactRow("goods", micros(at), attributes, Map.of("amount", new BigDecimal(amount)));
    }

    private static FactRow discount(String at, String region, String amount) {
        return new FactRow("discount", micros(at), Map.of("region", region), Map.of("amount", new BigDecimal(amount)));
    }

    private static long micros(String at) {
        return java.time.temporal.ChronoUnit.MICROS.between(java.time.Instant.EPOCH, java.time.Instant.parse(at));
    }
}
