package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.testkit.TestingPostgres;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Hundreds of questions put together at random from good, odd and hostile parts: each gets an answer, none a fault. */
class OddQuestionsIT {
    private static final int QUESTIONS = 400;
    private static final List<String> KPIS = List.of("orders", "aov", "nothing", "'", "a/b", "%", "\u0000", "ö", "");
    private static final List<String> PATHS = List.of(
            "/v1/kpis",
            "/v1/kpis/{kpi}/values",
            "/v1/kpis/{kpi}/series",
            "/v1/kpis/{kpi}/explain",
            "/v1/kpis/{kpi}/restatements",
            "/v1/headline",
            "/v1/freshness");
    private static final Map<String, List<String>> PARTS_OF_WHY = Map.of(
            "asOf", List.of("2199-12-31T23:59:59Z", "2026-11-20T10:00:00Z", "1970-01-01T00:00:00Z", "yesterday"),
            "windowEnd",
                    List.of("2026-11-20T10:05:00Z", "1970-01-01T00:00:00Z", "2199-12-31T23:59:59.999999999Z", "24:00"),
            "facts", List.of("0", "100", "101", "-1", "all"));
    private static final Map<String, List<String>> PARTS_OF_VALUES = Map.of(
            "window", List.of("1h/1m", "24h/5m", "day", "9999d/1m", "1m/9999d", "week", "year", "0h/0m", "1h", ""),
            "dimensions",
                    List.of(
                            "",
                            "region:UK,source:shopify",
                            "sku:\ud83d\ude80",
                            "sku:\\",
                            "a:{}",
                            "sku:\u0007",
                            ":",
                            "x:" + "y".repeat(300)),
            "by", List.of("", "sku", "region,source", "SKU", ",", "a'b"),
            "at",
                    List.of(
                            "2026-11-20T10:00:00Z",
                            "1970-01-01T00:00:00Z",
                            "2199-12-31T23:59:59.999999999Z",
                            "0",
                            "infinity"),
            "from",
                    List.of(
                            "2026-11-20T10:00:00Z",
                            "1970-01-01T00:00:00Z",
                            "2026-11-20T10:00:00+01:00",
                            "-infinity",
                            "now"),
            "to",
                    List.of(
                            "2026-11-20T11:00:00Z",
                            "1970-01-01T00:00:00Z",
                            "2199-12-31T23:59:59Z",
                            "+1000000-01-01T00:00:00Z"),
            "order", List.of("value", "-value", "dimensions", "1;select"),
            "limit", List.of("1", "1000", "1001", "-1", "1e3", "99999999999999999999"),
            "maxPoints", List.of("2", "5000", "5001", "0", "NaN"),
            "q", List.of("1"));

    @Test
    void answersEachWithinTheContract() {
        TestingPostgres postgres = TestingPostgres.shared();
        postgres.reset();
        SeededDatabase database = SeededDatabase.migrated(postgres);
        Instant end = Instant.parse("2026-11-20T10:00:00Z");
        database.define("orders", "orders", List.of());
        database.define("aov", "GBP", List.of("net_sales", "orders"));
        database.series("orders", "1h/1m", "{}").point(end, "3");
        database.series("orders", "day", "{\"region\": \"UK\", \"source\": \"shopify\"}")
                .point(end, "3");
        database.series("aov", "24h/5m", "{}").point(end, null, "0", "0");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int good = 0;
        try (RunningApi api = RunningApi.start(SeededDatabase.settings(postgres))) {
            for (int i = 0; i < QUESTIONS; i++) {
                String question = question(random);
                HttpResponse<String> answer = api.get(question);

                assertThat(answer.statusCode())
                        .describedAs("seed %d: %s answered %s", seed, question, answer.body())
                        .isIn(Set.of(200, 400, 404));
                JsonObject body = new JsonObject(answer.body());
                assertThat(answer.statusCode() == 200 || body.containsKey("code"))
                        .describedAs("seed %d: %s answered %s", seed, question, body)
                        .isTrue();
                good += answer.statusCode() == 200 ? 1 : 0;
            }
        }
        assertThat(good).describedAs("seed %d: good questions", seed).isGreaterThan(QUESTIONS / 20);
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new TreeMap<>(PARTS_OF_VALUES);
        parts.putAll(PARTS_OF_WHY);
        return parts;
    }

    private static String question(Random random) {
        String path = pick(random, PATHS).replace("{kpi}", encoded(pick(random, KPIS)));
        List<String> parameters = new ArrayList<>();
        boolean known = random.nextInt(4) > 0;
        parts().forEach((name, values) -> {
            if (known && !takes(path, name)) {
                return;
            }
            if (random.nextInt(10) < chance(name)) {
                parameters.add(name + "=" + encoded(pick(random, values)));
            }
        });
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** Whether the path takes the parameter, so that most questions get past the check for unknown ones. */
    private static boolean takes(String path, String name) {
        if (path.endsWith("/values")) {
            return Set.of("window", "by", "dimensions", "at", "asOf", "order", "limit")
                    .contains(name);
        }
        if (path.endsWith("/series")) {
            return Set.of("window", "dimensions", "from", "to", "asOf", "maxPoints")
                    .contains(name);
        }
        if (path.endsWith("/explain")) {
            return Set.of("window", "dimensions", "windowEnd", "facts").contains(name);
        }
        if (path.endsWith("/restatements")) {
            return Set.of("window", "dimensions", "windowEnd", "limit").contains(name);
        }
        return path.endsWith("/headline")
                && Set.of("window", "dimensions", "maxPoints").contains(name);
    }

    private static int chance(String name) {
        return switch (name) {
            case "window" -> 9;
            case "q" -> 1;
            default -> 3;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
