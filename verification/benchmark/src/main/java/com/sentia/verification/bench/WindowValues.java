package com.sentia.verification.bench;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a contender's output amounts to: per series and window end the value. Windows whose value is zero or nothing are left
 * out, as not all contenders speak of empty windows.
 */
final class WindowValues {
    private final Map<String, TreeMap<Long, String>> series = new TreeMap<>();

    /** Which rows a contender writes. */
    enum Form {
        /** A row for each window that isn't empty. */
        EVERY_WINDOW,
        /** A row where the value differs from that of the window before. */
        CHANGE_POINTS
    }

    /** Takes in a row; a later one of the same window supersedes it. */
    void add(ValueLine line) {
        TreeMap<Long, String> values = series.computeIfAbsent(line.series(), absent -> new TreeMap<>());
        if (line.value().equals(ValueLine.TAKEN_BACK)) {
            values.remove(line.end());
        } else {
            values.put(line.end(), line.value());
        }
    }

    /** The one form of all contenders: {@code series @ end} to value, for each window that isn't empty. */
    Map<String, String> expanded(Form form, long step) {
        TreeMap<String, String> all = new TreeMap<>();
        series.forEach((name, values) -> values.forEach((end, value) -> {
            if (isEmpty(value)) {
                return;
            }
            Long next = values.higherKey(end);
            long until = form == Form.EVERY_WINDOW || next == null ? end + step : next;
            for (long at = end; at < until; at += step) {
                all.put(name + " @ " + at, value);
            }
        }));
        return all;
    }

    private static boolean isEmpty(String value) {
        return value.equals(ValueLine.NOTHING) || new BigDecimal(value).signum() == 0;
    }
}
