package com.sentia.verification.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a contender's output amounts to: the one form in which all are compared. */
final class WindowValues {
    private static final int SCALE = 6;

    private final Map<String, SeriesValues> series = new HashMap<>();
    private final Form form;
    private final long step;

    /** Which rows a contender writes. */
    enum Form {
        /** A row for each window that isn't empty. */
        EVERY_WINDOW,
        /** A row where the value differs from that of the window before; a later row of the same window supersedes it. */
        CHANGE_POINTS
    }

    /** @param step from one window's end to the next, microseconds */
    WindowValues(Form form, long step) {
        this.form = form;
        this.step = step;
    }

    /** Takes in a row. */
    void add(ValueLine line) {
        SeriesValues values = series.computeIfAbsent(line.series(), absent -> new SeriesValues());
        if (form == Form.EVERY_WINDOW) {
            values.window(line.end(), micros(line.value()), step);
        } else if (line.value().equals(ValueLine.TAKEN_BACK)) {
            values.takeBack(line.end());
        } else {
            values.change(line.end(), micros(line.value()));
        }
    }

    long step() {
        return step;
    }

    Set<String> names() {
        return series.keySet();
    }

    /** A series without any value when there is none of the name. */
    SeriesValues series(String name) {
        return series.getOrDefault(name, new SeriesValues());
    }

    private static long micros(String value) {
        if (value.equals(ValueLine.NOTHING)) {
            return SeriesValues.EMPTY;
        }
        int point = value.length() - SCALE - 1;
        if (point < 0 || value.charAt(point) != '.') {
            throw new IllegalArgumentException(value + " does not have " + SCALE + " decimals");
        }
        return Long.parseLong(value.substring(0, point) + value.substring(point + 1));
    }
}
