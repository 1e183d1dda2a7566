package com.sentia.queryapi.values;

import com.sentia.queryapi.http.Instants;
import com.sentia.queryapi.http.Parameters;
import com.sentia.queryapi.kpis.Dimensions;
import com.sentia.queryapi.kpis.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of {@code /v1/kpis/{kpi}/values}.
 *
 * @param at of the data's time: which windows
 * @param knownAt of the clock on the wall: what was known of them then; empty for now
 */
record ValuesQuestion(
        String kpi,
        Window window,
        Optional<List<String>> by,
        Map<String, String> dimensions,
        Optional<Instant> at,
        Optional<Instant> knownAt,
        Order order,
        int limit) {
    static final Set<String> PARAMETERS = Set.of("window", "by", "dimensions", "at", "asOf", "order", "limit");
    static final int MOST = 1_000;
    private static final int USUAL = 100;

    /** How the values are sorted; the text is what the parameter and the statement call it. */
    enum Order {
        DIMENSIONS("dimensions"),
        SMALLEST_FIRST("value"),
        LARGEST_FIRST("-value");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        static Order parse(String text) {
            for (Order order : values()) {
                if (order.text.equals(text)) {
                    return order;
                }
            }
            throw new IllegalArgumentException("no such order");
        }
    }

    static ValuesQuestion from(Parameters parameters) {
        return new ValuesQuestion(
                parameters.path("kpi"),
                parameters.required("window", Window::parse, Window.RULE),
                parameters.optional("by", Dimensions::names, Dimensions.NAMES_RULE),
                parameters
                        .optional("dimensions", Dimensions::parse, Dimensions.RULE)
                        .orElse(Map.of()),
                parameters.optional("at", Instants::parse, Instants.RULE),
                parameters.optional("asOf", Instants::parse, Instants.RULE),
                parameters
                        .optional("order", Order::parse, "one of dimensions, value, -value")
                        .orElse(Order.DIMENSIONS),
                parameters.integer("limit", 1, MOST, USUAL));
    }
}
