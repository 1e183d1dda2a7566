package com.sentia.verification.bench.flink.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seconds of the runs of each way, as rows a second and ratios of medians. */
final class SinkFigures {
    private final int rows;
    private final Map<SinkWay, List<Double>> fresh = new TreeMap<>();
    private final Map<SinkWay, List<Double>> again = new TreeMap<>();

    SinkFigures(int rows) {
        this.rows = rows;
    }

    void ran(SinkWay way, boolean isAgain, double seconds) {
        (isAgain ? again : fresh)
                .computeIfAbsent(way, absent -> new ArrayList<>())
                .add(seconds);
    }

    /** Rows a second in the median round; empty when that way was never taken. */
    Optional<Double> rowsPerSecond(SinkWay way, boolean isAgain) {
        return Optional.ofNullable((isAgain ? again : fresh).get(way))
                .map(seconds -> rows / samples(seconds).median());
    }

    /** How many times as fast the sink is; below one it is slower. */
    Optional<Double> ratio(SinkWay other, boolean isAgain) {
        return rowsPerSecond(SinkWay.SINK, isAgain)
                .flatMap(sink -> rowsPerSecond(other, isAgain).map(speed -> sink / speed));
    }

    void tell(Findings findings) {
        tell(findings, "new_rows", "new rows", false);
        tell(findings, "rows_again", "the same rows again", true);
    }

    private void tell(Findings findings, String field, String words, boolean isAgain) {
        ObjectNode node = findings.figures().putObject(field);
        findings.line("%s:", words);
        (isAgain ? again : fresh).forEach((way, seconds) -> {
            ObjectNode figures = node.putObject(way.name());
            double speed = rowsPerSecond(way, isAgain).orElseThrow();
            double ratio = ratio(way, isAgain).orElseThrow();
            figures.put("median_rows_per_second", Math.round(speed));
            seconds.forEach(figures.putArray("seconds")::add);
            figures.put("sink_ratio", ratio);
            findings.line(
                    "  %-7s %,10.0f rows/s  (seconds: %s)  SINK is %.2f times as fast",
                    way, speed, text(seconds), ratio);
        });
    }

    private static String text(List<Double> seconds) {
        return String.join(
                ", ",
                seconds.stream()
                        .map(one -> String.format(Locale.ROOT, "%.2f", one))
                        .toList());
    }

    private static Samples samples(List<Double> seconds) {
        return new Samples(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
