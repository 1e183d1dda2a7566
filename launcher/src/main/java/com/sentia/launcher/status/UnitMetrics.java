package com.sentia.launcher.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * What the Connect worker's metrics tell of one unit, over all that is read of it.
 *
 * @param lagSeconds how far the feed furthest behind is known to be complete; empty before that is known
 * @param budgetInUse share of what the vendor lets us ask at once, 0 to 1
 * @param rejected dead letters since the tasks started
 * @param versionDaysLeft days until the API version is no longer served
 */
record UnitMetrics(
        String vendor,
        String unit,
        OptionalDouble lagSeconds,
        OptionalDouble budgetInUse,
        long rejected,
        OptionalDouble versionDaysLeft) {
    private static final Pattern LINE = Pattern.compile("sentia_feed_(\\w+)\\{(.*)}\\s+(\\S+).*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** What has been told of a unit, by metric: a value for each feed. */
    private record Told(String vendor, String unit, Map<String, List<Double>> values) {
        DoubleStream known(String metric) {
            return values.getOrDefault(metric, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(value -> value >= 0);
        }
    }

    /** Reads Prometheus' text form; lines of other metrics are none of ours. */
    static List<UnitMetrics> read(String text) {
        Map<String, Told> units = new TreeMap<>();
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            Map<String, String> labels = labels(line.group(2));
            String vendor = labels.getOrDefault("vendor", "");
            String unit = labels.getOrDefault("unit", "");
            units.computeIfAbsent(vendor + "/" + unit, key -> new Told(vendor, unit, new HashMap<>()))
                    .values()
                    .computeIfAbsent(line.group(1), key -> new ArrayList<>())
                    .add(number(line.group(3)));
        });
        return units.values().stream().map(UnitMetrics::of).toList();
    }

    private static UnitMetrics of(Told told) {
        return new UnitMetrics(
                told.vendor(),
                told.unit(),
                told.known("complete_to_lag_seconds").max(),
                told.known("budget_in_use").max(),
                (long) told.known("records_rejected_total").sum(),
                told.known("api_version_days_left").min());
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.put(matcher.group(1), matcher.group(2));
        }
        return labels;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException expected) {
            return -1;
        }
    }
}
