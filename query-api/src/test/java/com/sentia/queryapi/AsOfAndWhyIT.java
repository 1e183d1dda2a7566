package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.testkit.TestingPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was known when, and why, asked of a real database. */
class AsOfAndWhyIT {
    private static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");
    private static final String SERIES =
            "/v1/kpis/net_sales/series?window=1h/1m&from=2026-11-20T10:00:00Z&to=" + ELEVEN;
    private static final String VALUES = "/v1/kpis/net_sales/values?window=1h/1m&by=&at=" + ELEVEN;
    private static final String EXPLAIN = "/v1/kpis/net_sales/explain?window=1h/1m&windowEnd=" + ELEVEN;

    private static final String MEASURES =
            "[{\"component\": \"gross_sales\", \"sign\": 1, \"fact\": \"goods\", \"where\": {},"
                    + " \"aggregate\": \"sum\", \"of\": \"amount\", \"attributes\": [\"sku\", \"region\"]},"
                    + " {\"component\": \"returns\", \"sign\": 1, \"fact\": \"return\", \"where\": {\"sku\": \"*\"},"
                    + " \"aggregate\": \"sum\", \"of\": \"amount\", \"attributes\": [\"sku\", \"region\"]}]";

    private static RunningApi api;

    /** The window to 11:00 said 30 from 11:01 on, 25 from 12:00 on, on the wall clock; another point came at 13:00. */
    @BeforeAll
    static void seed() {
        TestingPostgres postgres = TestingPostgres.shared();
        postgres.reset();
        SeededDatabase database = SeededDatabase.migrated(postgres);
        database.define("net_sales", "GBP", List.of("gross_sales", "returns"));
        database.run("update kpi_active set activated_at = '2026-11-20 09:00+00'");
        database.run("update kpi_definition set measures = ?::jsonb", MEASURES);
        database.series("net_sales", "1h/1m", "{}")
                .point(Instant.parse("2026-11-20T10:30:00Z"), "10", "10", "0")
                .point(ELEVEN, 1, "25", "30", "5")
                .point(Instant.parse("2026-11-20T11:05:00Z"), "40", "40", "0");
        database.run("update kpi_value set updated_at = window_end + interval '1 minute'");
        database.run("update kpi_value set updated_at = '2026-11-20 12:00+00' where window_end = ?", ELEVEN);
        database.run("update kpi_value set updated_at = '2026-11-20 13:00+00' where window_end > ?", ELEVEN);
        database.run(
                "insert into kpi_value_history select series_id, window_end, 30, '{30,0}', 2, 0, '{}', '2026-11-20 11:01+00',"
                        + " '2026-11-20 12:00+00' from kpi_value where window_end = ?",
                ELEVEN);
        database.run(
                "insert into kpi_restatement select series_id, 'refund/uk/7', '5.1.6', 'LATE', window_end,"
                        + " window_end + interval '1 hour', -5, '2026-11-20 12:00+00' from kpi_value where window_end = ?",
                ELEVEN);
        database.completeTo("uk", ELEVEN.plusSeconds(60));
        database.finalTo(ELEVEN.plusSeconds(600));
        database.run("insert into fact_entity (entity, updated_at, feed_rank, fetched_at, cause_kind) values"
                + " ('order/uk/1', 'epoch', 1, 'epoch', 'EDIT'), ('refund/uk/7', 'epoch', 1, 'epoch', 'LATE')");
        database.run("insert into fact select entity_id, '2026-11-20 10:00+00', n, 'goods',"
                + " jsonb_build_object('sku', 'S' || n, 'region', 'UK'), jsonb_build_object('amount', n * 10.000001)"
                + " from fact_entity, generate_series(1, 2) n where entity = 'order/uk/1'");
        database.run(
                "insert into fact select entity_id, '2026-11-20 10:59:59.999999+00', 0, 'return',"
                        + " '{\"sku\": \"S1\", \"region\": \"UK\"}', '{\"amount\": 5}' from fact_entity where entity = 'refund/uk/7'");
        database.run(
                "insert into fact select entity_id, ?, 3, 'goods', '{}', '{\"amount\": 1000}' from fact_entity",
                ELEVEN);
        database.define("orders_abroad", "GBP", List.of());
        database.run(
                "update kpi_definition set measures = replace(?, '\"goods\"', '\"order\"')::jsonb where kpi = 'orders_abroad'",
                MEASURES);
        database.series("orders_abroad", "1h/1m", "{}").point(ELEVEN, "1");
        database.run("insert into fact_entity (entity, updated_at, feed_rank, fetched_at, cause_kind) values"
                + " ('order/eu/1', 'epoch', 1, 'epoch', 'LATE')");
        database.run(
                "insert into fact select entity_id, '2026-11-20 10:30+00', n, 'order', jsonb_build_object('region', 'EU',"
                        + " 'currency', (array['EUR', 'EUR', 'SEK'])[n], 'rate_day', (array['2026-11-20', '2026-11-22', '2026-11-20'])[n]),"
                        + " jsonb_build_object('amount', n * 100.5) from fact_entity, generate_series(1, 3) n where entity = 'order/eu/1'");
        database.run(
                "insert into fx_rate values ('EUR', '2026-11-20', 'GBP', 0.855123456, 'fx-load', 'epoch', 2, 'epoch',"
                        + " '2026-11-20 16:00+00')");
        api = RunningApi.start(SeededDatabase.settings(postgres));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesTheValueAsItWasKnown() {
        assertThat(value(VALUES + "&asOf=2026-11-20T11:30:00Z").getInteger("value"))
                .isEqualTo(30);
        JsonObject now = value(VALUES + "&asOf=2026-11-20T12:00:00Z");
        assertThat(now.getInteger("value")).isEqualTo(25);
        assertThat(now.getString("state")).isEqualTo("RESTATED");
        assertThat(api.read(VALUES + "&asOf=2026-11-20T12:00:00Z").getString("knownAt"))
                .isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void givesNoValueOfAWindowThatHadNotComeThen() {
        assertThat(api.read(VALUES + "&asOf=2026-11-20T10:45:00Z").getJsonArray("values"))
                .isEmpty();
    }

    @Test
    void givesTheNewestWindowThatWasKnownWhenNoneIsNamed() {
        JsonObject then = value("/v1/kpis/net_sales/values?window=1h/1m&asOf=2026-11-20T10:45:00Z");

        assertThat(then.getString("windowEnd")).isEqualTo("2026-11-20T10:30:00Z");
        assertThat(then.getInteger("value")).isEqualTo(10);
    }

    @Test
    void givesTheSeriesAsItWasKnown() {
        assertThat(values(api.read(SERIES + "&asOf=2026-11-20T10:45:00Z"))).containsExactly("10");
        assertThat(values(api.read(SERIES + "&asOf=2026-11-20T11:59:59Z"))).containsExactly("10", "30");
        assertThat(values(api.read(SERIES + "&asOf=2027-01-01T00:00:00Z"))).containsExactly("10", "25");
        assertThat(api.read(SERIES.replace("10:00:00Z", "10:45:00Z") + "&asOf=2026-11-20T11:30:00Z")
                        .getJsonObject("carriedIn")
                        .getInteger("value"))
                .isEqualTo(10);
    }

    @Test
    void refusesWhatWasKnownBeforeTheDefinitionWasActivated() {
        for (String question : List.of(VALUES, SERIES)) {
            JsonObject problem = api.problem(question + "&asOf=2026-11-20T08:59:59Z", 400);

            assertThat(problem.getString("code")).isEqualTo("before-activation");
            assertThat(problem.getString("parameter")).isEqualTo("asOf");
            assertThat(problem.getString("detail")).contains("2026-11-20T09:00:00Z");
        }
        assertThat(api.problem("/v1/kpis/nothing/values?window=day&asOf=2026-11-20T08:59:59Z", 404)
                        .getString("code"))
                .isEqualTo("unknown-kpi");
    }

    @Test
    void explainsAValue() {
        JsonObject why = api.read(EXPLAIN);

        assertThat(why.getString("windowStart")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(why.getString("formula")).isEqualTo("a formula");
        assertThat(why.getString("state")).isEqualTo("RESTATED");
        assertThat(why.getInteger("value")).isEqualTo(25);
        assertThat(why.getJsonObject("components")).isEqualTo(new JsonObject("{\"gross_sales\":30,\"returns\":5}"));
        assertThat(why.getJsonArray("sources").getJsonObject(0).getBoolean("isComplete"))
                .isTrue();
        JsonObject gross = why.getJsonArray("measures").getJsonObject(0);
        assertThat(gross.getInteger("facts")).isEqualTo(2);
        assertThat(gross.getDouble("total")).isEqualTo(30.000003);
        JsonObject largest = why.getJsonArray("facts").getJsonObject(0);
        assertThat(largest.getDouble("contribution")).isEqualTo(20.000002);
        assertThat(largest.getString("entity")).isEqualTo("order/uk/1");
        assertThat(largest.getString("version")).isEqualTo("0.1.0");
        assertThat(largest.getString("cause")).isEqualTo("EDIT");
        assertThat(largest.getJsonObject("attributes").getString("sku")).isEqualTo("S2");
        assertThat(why.getJsonArray("facts")).hasSize(3);
        assertThat(api.read(EXPLAIN + "&facts=1").getJsonArray("facts")).hasSize(1);
    }

    @Test
    void namesTheRatesThatForeignAmountsAreConvertedBy() {
        JsonObject why = api.read(EXPLAIN.replace("net_sales", "orders_abroad"));

        assertThat(why.getJsonArray("rates")).isEqualTo(new JsonArray("""
                        [{"currency": "EUR", "day": "2026-11-20", "facts": 1, "amount": 100.5, "quote": "GBP", "rate": 0.855123456,
                          "rateDay": "2026-11-20", "isEstimated": false, "unit": "fx-load", "knownSince": "2026-11-20T16:00:00+00:00"},
                         {"currency": "EUR", "day": "2026-11-22", "facts": 1, "amount": 201, "quote": "GBP", "rate": 0.855123456,
                          "rateDay": "2026-11-20", "isEstimated": true, "unit": "fx-load", "knownSince": "2026-11-20T16:00:00+00:00"},
                         {"currency": "SEK", "day": "2026-11-20", "facts": 1, "amount": 301.5, "quote": null, "rate": null,
                          "rateDay": null, "isEstimated": false, "unit": null, "knownSince": null}]
                        """));
        assertThat(why.getJsonArray("measures").getJsonObject(0).getDouble("total"))
                .isEqualTo(257.819721984);
        JsonObject largest = why.getJsonArray("facts").getJsonObject(0);
        assertThat(largest.getDouble("contribution")).isEqualTo(171.879814656);
        assertThat(largest.getJsonObject("figures").getDouble("amount")).isEqualTo(201);
        assertThat(largest.getJsonObject("attributes").getString("currency")).isEqualTo("EUR");
        assertThat(api.read(EXPLAIN).getJsonArray("rates")).isEmpty();
    }

    @Test
    void explainsTheNewestWindowWhenNoneIsNamedAndTheStepBelowAnyInstant() {
        assertThat(api.read("/v1/kpis/net_sales/explain?window=1h/1m").getString("windowEnd"))
                .isEqualTo("2026-11-20T11:05:00Z");
        assertThat(api.read("/v1/kpis/net_sales/explain?window=1h/1m&windowEnd=2026-11-20T11:02:59Z")
                        .getString("windowEnd"))
                .isEqualTo("2026-11-20T11:02:00Z");
    }

    @Test
    void listsWhatRestatedAWindow() {
        JsonObject answer =
                api.read("/v1/kpis/net_sales/restatements?window=1h/1m&windowEnd=" + ELEVEN.plusSeconds(90));

        assertThat(answer.getJsonArray("restatements"))
                .isEqualTo(new JsonArray("[{\"restatedAt\":\"2026-11-20T12:00:00Z\",\"causeKind\":\"LATE\","
                        + "\"causeKey\":\"refund/uk/7\",\"causeVersion\":\"5.1.6\",\"firstEnd\":\"2026-11-20T11:00:00Z\","
                        + "\"lastEnd\":\"2026-11-20T12:00:00Z\",\"firstDelta\":-5}]"));
        assertThat(answer.getBoolean("hasMore")).isFalse();
        assertThat(api.read("/v1/kpis/net_sales/restatements?window=1h/1m&windowEnd=2026-11-20T10:59:00Z")
                        .getJsonArray("restatements"))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertThat(api.problem("/v1/kpis/net_sales/restatements?window=1h/1m", 400)
                        .getString("parameter"))
                .isEqualTo("windowEnd");
        assertThat(api.problem("/v1/kpis/net_sales/explain?window=day", 404).getString("code"))
                .isEqualTo("unknown-window");
        assertThat(api.problem("/v1/kpis/net_sales/explain?window=1h/1m&windowEnd=2020-01-01T00:00:00Z", 404)
                        .getString("code"))
                .isEqualTo("no-value");
        assertThat(api.problem(EXPLAIN + "&facts=101", 400).getString("detail")).contains("from 0 to 100");
        assertThat(api.problem(
                                "/v1/kpis/net_sales/restatements?window=1h/1m&windowEnd=" + ELEVEN + "&dimensions=a:b",
                                404)
                        .getString("code"))
                .isEqualTo("unknown-dimensions");
    }

    private static JsonObject value(String question) {
        return api.read(question).getJsonArray("values").getJsonObject(0);
    }

    private static List<String> values(JsonObject series) {
        JsonArray points = series.getJsonArray("points");
        return IntStream.range(0, points.size())
                .mapToObj(i -> String.valueOf(points.getJsonObject(i).getValue("value")))
                .toList();
    }
}
