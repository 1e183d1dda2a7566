package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.testkit.TestingPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every question, asked of a real database that was migrated as in production. */
class QueryApiIT {
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NOW = TEN.plus(Duration.ofMinutes(62));
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");
    private static final String UK = "{\"region\": \"UK\", \"source\": \"shopify\"}";
    private static final String EU = "{\"region\": \"EU\", \"source\": \"shopify\"}";

    private static RunningApi api;

    @BeforeAll
    static void seed() {
        TestingPostgres postgres = TestingPostgres.shared();
        postgres.reset();
        SeededDatabase database = SeededDatabase.migrated(postgres);
        database.define("net_sales", "GBP", List.of("gross_sales", "discounts", "returns"));
        database.define("refund_rate", "ratio", List.of("returns", "gross_sales"));
        database.define("orders", "orders", List.of());
        database.series("net_sales", "1h/1m", "{}")
                .point(at(-1500), "1")
                .point(at(0), 1, "100.500000", "120.500000", "10", "10")
                .point(at(5), "99999999999999999999999999999999.123456", "1", "1", "1")
                .point(at(61), "0", "0", "0", "0");
        database.series("net_sales", "1h/1m", UK).point(at(1), "70").point(at(60), "75");
        database.series("net_sales", "1h/1m", EU).point(at(2), "25.25");
        database.series("refund_rate", "1h/1m", "{}")
                .point(at(0), "0.1", "1", "10")
                .point(at(30), null, "0", "0");
        database.series("orders", "day", "{}")
                .point(MIDNIGHT.minus(Duration.ofDays(1)), "40")
                .point(MIDNIGHT, "12");
        database.series("orders", "quarter", EU)
                .point(Instant.parse("2026-09-30T23:00:00Z"), "900")
                .point(Instant.parse("2027-01-01T00:00:00Z"), "400");
        database.series("orders", "day", UK).point(MIDNIGHT.minus(Duration.ofDays(1)), "30");
        SeededDatabase.Series dense = database.series("orders", "1h/1m", "{}");
        for (int minute = 1; minute <= 60; minute++) {
            dense.point(at(minute), Integer.toString(minute));
        }
        database.completeTo("uk", NOW);
        database.completeTo("eu", NOW.minusSeconds(90));
        database.finalTo(at(60));
        api = RunningApi.start(SeededDatabase.settings(postgres));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void isReady() {
        assertThat(api.read("/health/ready").getBoolean("hasValues")).isTrue();
    }

    @Test
    void listsTheCatalogueWithWhatHasSeries() {
        JsonObject kpi = find(api.read("/v1/kpis").getJsonArray("kpis"), "kpi", "orders");

        assertThat(kpi.getString("unit")).isEqualTo("orders");
        assertThat(kpi.getJsonArray("dimensionSets"))
                .isEqualTo(new JsonArray("[{\"dimensions\":[],\"windows\":[\"1h/1m\",\"day\"],\"series\":2},"
                        + "{\"dimensions\":[\"region\",\"source\"],\"windows\":[\"day\",\"quarter\"],\"series\":2}]"));
    }

    @Test
    void tellsTheLatestValuePerDimensionsTotalFirst() {
        JsonObject answer = api.read("/v1/kpis/net_sales/values?window=1h/1m");

        assertThat(answer.getString("asOf")).isEqualTo(NOW.toString());
        assertThat(texts(answer.getJsonArray("values"), "windowEnd"))
                .containsExactly(at(61).toString(), at(2).toString(), at(60).toString());
        assertThat(texts(answer.getJsonArray("values"), "state")).containsExactly("OPEN", "FINAL", "FINAL");
    }

    @Test
    void tellsTheValueThatHeldAtAnInstant() {
        JsonObject value = api.read("/v1/kpis/net_sales/values?window=1h/1m&by=&at=" + at(4))
                .getJsonArray("values")
                .getJsonObject(0);

        assertThat(value.getString("windowEnd")).isEqualTo(at(0).toString());
        assertThat(value.getString("state")).isEqualTo("RESTATED");
        assertThat(value.getJsonObject("components"))
                .isEqualTo(new JsonObject("{\"gross_sales\":120.5,\"discounts\":10,\"returns\":10}"));
        assertThat(value.getJsonArray("flags").getString(0)).isEqualTo("SOURCE_INCOMPLETE");
        assertThat(value.getInteger("count")).isEqualTo(7);
    }

    @Test
    void sortsByValueAndSaysThatThereAreMore() {
        JsonObject answer = api.read("/v1/kpis/net_sales/values?window=1h/1m&by=source,region&order=-value&limit=1");

        assertThat(answer.getJsonArray("values").getJsonObject(0).getJsonObject("dimensions"))
                .isEqualTo(new JsonObject(UK));
        assertThat(answer.getBoolean("hasMore")).isTrue();
    }

    @Test
    void keepsOnlySeriesWithTheMembersAsked() {
        JsonObject answer = api.read("/v1/kpis/net_sales/values?window=1h/1m&dimensions=region:EU");

        assertThat(answer.getJsonArray("values")).hasSize(1);
    }

    @Test
    void givesNoDayThatIsOverAsTheRunningOne() {
        assertThat(api.read("/v1/kpis/orders/values?window=day").getJsonArray("values"))
                .hasSize(1);
        assertThat(texts(api.read("/v1/kpis/orders/values?window=day&at=" + NOW).getJsonArray("values"), "value"))
                .containsExactly("40", "30");
    }

    @Test
    void writesEveryDigitOfADecimal() {
        assertThat(api.get("/v1/kpis/net_sales/series?window=1h/1m&from=" + at(4) + "&to=" + at(6))
                        .body())
                .contains("\"value\":99999999999999999999999999999999.123456");
    }

    @Test
    void carriesInWhatHeldWhenTheRangeBegan() {
        JsonObject answer = api.read("/v1/kpis/net_sales/series?window=1h/1m&from=" + at(0) + "&to=" + at(61));

        assertThat(answer.getJsonObject("carriedIn").getString("windowEnd")).isEqualTo(at(0).toString());
        assertThat(texts(answer.getJsonArray("points"), "windowEnd"))
                .containsExactly(at(5).toString(), at(61).toString());
        assertThat(answer.getValue("resolution")).isNull();
    }

    @Test
    void carriesNothingIntoCalendarWindows() {
        JsonObject answer = api.read("/v1/kpis/orders/series?window=day&from=" + MIDNIGHT.minusSeconds(1));

        assertThat(answer.getValue("carriedIn")).isNull();
        assertThat(texts(answer.getJsonArray("points"), "value")).containsExactly("12");
    }

    @Test
    void endsAtTheRunningWindowSevenDaysLongWhenNoRangeIsGiven() {
        JsonObject answer = api.read("/v1/kpis/net_sales/series?window=1h/1m");

        assertThat(answer.getString("to")).isEqualTo(at(63).toString());
        assertThat(answer.getString("from"))
                .isEqualTo(at(63).minus(Duration.ofDays(7)).toString());
        assertThat(answer.getJsonArray("points")).hasSize(4);
    }

    @Test
    void givesNullWhereARatioHasNoDenominator() {
        JsonObject answer = api.read("/v1/kpis/refund_rate/series?window=1h/1m");

        assertThat(answer.getJsonArray("points").getJsonObject(1).getValue("value"))
                .isNull();
    }

    @Test
    void givesTheLastPointOfEachCellWhenThereAreTooMany() {
        JsonObject answer =
                api.read("/v1/kpis/orders/series?window=1h/1m&maxPoints=13&from=" + at(0) + "&to=" + at(60));

        assertThat(answer.getString("resolution")).isEqualTo("PT5M");
        assertThat(texts(answer.getJsonArray("points"), "value"))
                .containsExactly("5", "10", "15", "20", "25", "30", "35", "40", "45", "50", "55", "60");
    }

    @Test
    void givesEveryPointWhenTheyFit() {
        JsonObject answer =
                api.read("/v1/kpis/orders/series?window=1h/1m&maxPoints=60&from=" + at(0) + "&to=" + at(60));

        assertThat(answer.getJsonArray("points")).hasSize(60);
        assertThat(answer.getValue("resolution")).isNull();
    }

    @Test
    void answersAnEmptyRangeOfAKnownSeriesWithNoPoints() {
        JsonObject answer =
                api.read("/v1/kpis/net_sales/series?window=1h/1m&from=2020-01-01T00:00:00Z&to=" + at(-9000));

        assertThat(answer.getJsonArray("points")).isEmpty();
        assertThat(answer.getString("unit")).isEqualTo("GBP");
    }

    @Test
    void tellsAllKpisAtAGlance() {
        JsonObject answer = api.read("/v1/headline?window=1h/1m");

        assertThat(texts(answer.getJsonArray("kpis"), "kpi")).containsExactly("net_sales", "orders", "refund_rate");
        JsonObject netSales = find(answer.getJsonArray("kpis"), "kpi", "net_sales");
        assertThat(netSales.getJsonObject("latest").getString("windowEnd")).isEqualTo(at(61).toString());
        assertThat(netSales.getJsonObject("previous").getString("windowEnd")).isEqualTo(at(0).toString());
        assertThat(texts(netSales.getJsonArray("line"), "windowEnd"))
                .containsExactly(at(-1500).toString(), at(0).toString(), at(5).toString(), at(61).toString());
    }

    @Test
    void comparesTheRunningDayWithTheLastThatEnded() {
        JsonObject orders = find(api.read("/v1/headline?window=day").getJsonArray("kpis"), "kpi", "orders");

        assertThat(orders.getJsonObject("latest").getInteger("value")).isEqualTo(12);
        assertThat(orders.getJsonObject("previous").getInteger("value")).isEqualTo(40);
    }

    @Test
    void answersForLongCalendarWindows() {
        String eu = "&dimensions=region:EU,source:shopify";
        JsonObject orders = find(api.read("/v1/headline?window=quarter" + eu).getJsonArray("kpis"), "kpi", "orders");
        assertThat(orders.getJsonObject("latest").getInteger("value")).isEqualTo(400);
        assertThat(orders.getJsonObject("previous").getInteger("value")).isEqualTo(900);

        JsonArray points =
                api.read("/v1/kpis/orders/series?window=quarter" + eu).getJsonArray("points");
        assertThat(texts(points, "value")).containsExactly("900", "400");
        JsonArray values = api.read("/v1/kpis/orders/values?window=quarter").getJsonArray("values");
        assertThat(texts(values, "value")).containsExactly("400");
        assertThat(api.read("/v1/freshness").getJsonArray("progress").stream()
                        .map(JsonObject.class::cast)
                        .filter(progress -> progress.getString("window").equals("quarter"))
                        .map(progress -> progress.getString("finalTo")))
                .containsExactly("2026-09-30T23:00:00Z");
    }

    @Test
    void tellsHowFreshSourcesAndKpisAre() {
        JsonObject answer = api.read("/v1/freshness");

        assertThat(find(answer.getJsonArray("sources"), "unit", "eu").getInteger("lagSeconds"))
                .isEqualTo(90);
        assertThat(find(answer.getJsonArray("sources"), "unit", "uk").getInteger("lagSeconds"))
                .isZero();
        JsonObject orders = find(answer.getJsonArray("progress"), "kpi", "orders");
        assertThat(orders.getString("finalTo")).isEqualTo(at(60).toString());
        assertThat(orders.getString("completeTo"))
                .isEqualTo(NOW.minusSeconds(90).toString());
    }

    @Test
    void saysWhatThereIsWhenAskedForWhatThereIsNot() {
        assertThat(api.problem("/v1/kpis/profit/values?window=day", 404).getJsonArray("allowed"))
                .containsExactly("net_sales", "orders", "refund_rate");
        assertThat(api.problem("/v1/kpis/orders/series?window=7d/1h", 404).getJsonArray("allowed"))
                .containsExactly("1h/1m", "day", "quarter");
        JsonObject bySku = api.problem("/v1/kpis/orders/series?window=day&dimensions=sku:A", 404);
        assertThat(bySku.getString("code")).isEqualTo("unknown-dimensions");
        assertThat(bySku.getJsonArray("allowed")).containsExactly("", "region,source");
        assertThat(api.problem("/v1/kpis/orders/series?window=day&dimensions=region:ZZ,source:shopify", 404)
                        .getString("code"))
                .isEqualTo("unknown-member");
    }

    @Test
    void refusesAReversedRange() {
        JsonObject problem = api.problem("/v1/kpis/orders/series?window=day&from=" + at(10) + "&to=" + at(5), 400);

        assertThat(problem.getString("code")).isEqualTo("reversed-range");
    }

    @Test
    void takesSqlInAnyParameterAsTheTextItIs() {
        String sql = "'%3B%20drop%20table%20kpi_value%3B--";

        assertThat(api.problem("/v1/kpis/" + sql + "/values?window=day", 404).getString("code"))
                .isEqualTo("unknown-kpi");
        assertThat(api.problem("/v1/kpis/orders/series?window=day&dimensions=region:" + sql + ",source:shopify", 404)
                        .getString("code"))
                .isEqualTo("unknown-member");
        assertThat(api.read("/health/ready").getBoolean("hasValues")).isTrue();
    }

    private static Instant at(int minutesAfterTen) {
        return TEN.plus(Duration.ofMinutes(minutesAfterTen));
    }

    private static JsonObject find(JsonArray array, String field, String value) {
        return array.stream()
                .map(JsonObject.class::cast)
                .filter(object -> value.equals(object.getString(field)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonArray array, String field) {
        return array.stream()
                .map(JsonObject.class::cast)
                .map(object -> String.valueOf(object.getValue(field)))
                .toList();
    }
}
