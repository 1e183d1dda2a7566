package com.sentia.timescale;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measure that a version of a KPI rests on, as SQL needs it to find the facts behind a value.
 *
 * @param component the component of the KPI it is part of; the KPI's name where it has none
 * @param sign 1 where it is added to the component, -1 where it is taken off
 * @param fact the kind of facts it takes
 * @param where the value that attributes of the facts must have; {@code *} for any
 * @param aggregate {@code count}, {@code sum}, {@code distinct}, {@code repeated}, {@code level}, {@code average}, {@code min},
 *     {@code max}, {@code rolled}, or a percentile such as {@code p95}
 * @param of the figure taken, of {@code rolled} that which is divided by, or the attribute whose members are counted; null for a count
 * @param attributes those that facts of the kind have
 */
public record KpiMeasure(
        String component,
        int sign,
        String fact,
        Map<String, String> where,
        String aggregate,
        @Nullable String of,
        List<String> attributes) {

    String json() {
        return Json.object(
                "component", Json.text(component),
                "sign", Integer.toString(sign),
                "fact", Json.text(fact),
                "where", Json.texts(where),
                "aggregate", Json.text(aggregate),
                "of", of == null ? "null" : Json.text(of),
                "attributes", Json.array(attributes.stream().map(Json::text).toList()));
    }
}
