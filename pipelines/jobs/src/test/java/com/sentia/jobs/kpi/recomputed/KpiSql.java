package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.kpi.Aggregate.Rolled;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a KPI says, made from columns of sums and of numbers of facts; each is called by a letter and the measure's number in the
 * {@link SetLayout}.
 */
final class KpiSql {
    private final SetLayout layout;

    KpiSql(SetLayout layout) {
        this.layout = layout;
    }

    private String value(Kpi kpi, String column) {
        return ValueSql.of(
                        kpi.value(),
                        layout,
                        m -> layout.measure(m).aggregate() instanceof Rolled
                                ? "(nullif(" + column + m + ", 0) - 1)"
                                : column + m)
                .micros();
    }

    private String components(Kpi kpi, String column) {
        return kpi.components().isEmpty()
                ? "''"
                : kpi.components().stream()
                        .map(component -> sum(component.value(), column).micros() + "::varchar")
                        .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }

    /** What is to be known of the rates behind it. */
    private String flags(Kpi kpi, String estimated, String missing) {
        return "concat_ws(',', case when %s then 'RATE_ESTIMATED' end, case when %s then 'RATE_MISSING' end)"
                .formatted(anyRate(kpi, estimated), anyRate(kpi, missing));
    }

    private String anyRate(Kpi kpi, String column) {
        return kpi.measures().stream()
                .filter(SetLayout::isMoney)
                .map(measure -> column + layout.rates(layout.number(measure)) + " <> 0")
                .collect(Collectors.joining(" or ", "(false or ", ")"))
                .replace("(false or )", "false");
    }

    private ValueSql sum(Linear linear, String column) {
        return ValueSql.sum(linear, layout, m -> column + m);
    }

    String count(Kpi kpi) {
        return kpi.counted().stream()
                .map(measure -> "c" + layout.number(measure))
                .collect(Collectors.joining(" + ", "(", ")::bigint"));
    }

    /** Columns of what it says: {@code name_value}, {@code name_components}, {@code name_flags}. */
    String shown(Kpi kpi, String name, String sums, String counts) {
        return "%2$s as %1$s_value, %3$s as %1$s_components, %4$s as %1$s_flags"
                .formatted(name, value(kpi, sums), components(kpi, sums), flags(kpi, sums, counts));
    }

    /** Whether value, components or flags differ, as they are shown. */
    static String differs(String name, String other) {
        return Stream.of("value", "components", "flags")
                .map(part -> "%2$s_%1$s is distinct from %3$s_%1$s".formatted(part, name, other))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether any sum that is shown, or what is known of its rates, moved, given what each moved by. */
    String moved(Kpi kpi, String sums, String counts, Function<ValueSql, String> isMoved) {
        return "(%s or %s or %s)".formatted(movedSurely(kpi, sums, isMoved), anyRate(kpi, sums), anyRate(kpi, counts));
    }

    String movedSurely(Kpi kpi, String sums, Function<ValueSql, String> isMoved) {
        List<Linear> parts = kpi.components().isEmpty()
                ? List.of((Linear) kpi.value())
                : kpi.components().stream().map(Kpi.Component::value).toList();
        return parts.stream().map(part -> isMoved.apply(sum(part, sums))).collect(Collectors.joining(" or ", "(", ")"));
    }

    String any(List<Measure> measures, String column) {
        return measures.stream()
                .map(measure -> column + layout.number(measure) + " <> 0")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
