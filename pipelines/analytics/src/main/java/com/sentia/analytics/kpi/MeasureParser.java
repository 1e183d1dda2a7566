package com.sentia.analytics.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a KPI of the catalogue file measures: its {@code fact}, {@code where} and {@code measure}. */
final class MeasureParser {
    private static final Pattern CALL = Pattern.compile("([a-z]+\\d{0,2})\\(([a-z_]+)\\)");
    private static final Pattern ROLLED = Pattern.compile("rolled\\(([a-z_]+) */ *([a-z_]+) by ([a-z_]+)\\)");
    private static final Pattern PERCENTILE = Pattern.compile("p[1-9]\\d?");
    private static final String FIELD = "measure";
    private static final List<String> MEASURES = List.of(
            "count",
            "sum(figure)",
            "distinct(attribute)",
            "repeated(attribute)",
            "min(figure)",
            "max(figure)",
            "p1(figure) to p99(figure)",
            "level(figure)",
            "average(figure)",
            "rolled(figure / figure by attribute)");

    private final FactKind fact;
    private final YamlFields fields;

    private MeasureParser(FactKind fact, YamlFields fields) {
        this.fact = fact;
        this.fields = fields;
    }

    /** @throws CatalogueException naming line and field of what is wrong */
    static Measure parse(YamlFields fields) {
        String name = fields.text("fact");
        FactKind fact = FactKind.of(name)
                .orElseThrow(() -> fields.wrong("fact", name + " is not known; there are " + FactKind.KEYS));
        MeasureParser parser = new MeasureParser(fact, fields);
        return new Measure(fact, parser.where(), parser.aggregate());
    }

    private Map<Attribute, String> where() {
        Map<Attribute, String> where = new EnumMap<>(Attribute.class);
        if (fields.has("where")) {
            YamlFields conditions = fields.mapping("where");
            for (String key : conditions.names()) {
                where.put(attribute(key, key, conditions), conditions.text(key));
            }
        }
        return where;
    }

    private Aggregate aggregate() {
        String measure = fields.text(FIELD);
        if (measure.equals("count")) {
            return new Aggregate.Count();
        }
        Matcher rolled = ROLLED.matcher(measure);
        if (rolled.matches()) {
            return new Aggregate.Rolled(number(rolled.group(1)), number(rolled.group(2)), attribute(rolled.group(3)));
        }
        Matcher call = CALL.matcher(measure);
        if (!call.matches()) {
            throw unknown();
        }
        String of = call.group(2);
        return switch (call.group(1)) {
            case "sum" -> new Aggregate.Sum(figure(of));
            case "distinct" -> new Aggregate.Members(attribute(of), 1);
            case "repeated" -> new Aggregate.Members(attribute(of), 2);
            case "min" -> new Aggregate.Extreme(figure(of), false);
            case "max" -> new Aggregate.Extreme(figure(of), true);
            case "level" -> new Aggregate.Level(figure(of));
            case "average" -> new Aggregate.Average(figure(of));
            default -> quantile(call.group(1), figure(of));
        };
    }

    private Aggregate quantile(String name, Figure figure) {
        if (!PERCENTILE.matcher(name).matches()) {
            throw unknown();
        }
        return new Aggregate.Quantile(figure, 10 * Integer.parseInt(name.substring(1)));
    }

    private CatalogueException unknown() {
        return fields.wrong(FIELD, "is one of " + MEASURES);
    }

    private Figure figure(String key) {
        return fact.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        FIELD,
                        "takes " + key + ", which no " + fact.key() + " has; they have "
                                + fact.figures().stream().map(Figure::key).toList()));
    }

    /** A figure that is the same in every currency. */
    private Figure number(String key) {
        Figure figure = figure(key);
        if (figure.isMoney()) {
            throw fields.wrong(
                    FIELD,
                    "takes " + key + ", which is money: rolled multiplies shares of other figures; a " + fact.key()
                            + " has "
                            + fact.figures().stream()
                                    .filter(other -> !other.isMoney())
                                    .map(Figure::key)
                                    .toList());
        }
        return figure;
    }

    private Attribute attribute(String key) {
        return attribute(key, FIELD, fields);
    }

    private Attribute attribute(String key, String field, YamlFields in) {
        return fact.attributes().stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst()
                .orElseThrow(() -> in.wrong(
                        field,
                        "takes " + key + ", which no " + fact.key() + " has; they have "
                                + fact.attributes().stream().map(Attribute::key).toList()));
    }
}
