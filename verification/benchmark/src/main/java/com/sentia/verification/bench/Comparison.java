package com.sentia.verification.bench;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two contenders found the same. Change points stand for all the windows up to the next one.
 *
 * @param windows how many values both have
 * @param differences how many values differ or are missing on one side
 * @param first the first difference, for people
 */
record Comparison(long windows, long differences, Optional<String> first) {

    /** Of everything. */
    static Comparison of(WindowValues expected, WindowValues found) {
        return walk(expected, found, new Walk(expected.step(), true));
    }

    /** Of what a run that was cut off had written by then: a window it lacks is no difference. */
    static Comparison ofPart(WindowValues expected, WindowValues found) {
        return walk(expected, found, new Walk(expected.step(), false));
    }

    private static Comparison walk(WindowValues expected, WindowValues found, Walk walk) {
        Set<String> either = new TreeSet<>(expected.names());
        either.addAll(found.names());
        either.forEach(name -> walk.compare(name, expected.series(name), found.series(name)));
        return walk.result();
    }

    /** Nothing at all is not equal: it proves nothing. */
    boolean isEqual() {
        return differences == 0 && windows > 0;
    }

    /** Counts windows, from one change to the next. */
    private static final class Walk {
        private final long step;
        private final boolean isWhole;
        private long same;
        private long different;
        private Optional<String> first = Optional.empty();

        Walk(long step, boolean isWhole) {
            this.step = step;
            this.isWhole = isWhole;
        }

        void compare(String name, SeriesValues expected, SeriesValues found) {
            SeriesValues.Cursor one = expected.cursor(step);
            SeriesValues.Cursor other = found.cursor(step);
            long until = Math.max(expected.until(step), found.until(step));
            long at = Math.min(expected.first(), found.first());
            while (at < until) {
                long wanted = one.value(at);
                long seen = other.value(at);
                long next = Math.min(until, Math.min(after(at, one.nextChange()), after(at, other.nextChange())));
                count(name, at, (next - at) / step, wanted, seen);
                at = next;
            }
        }

        private void count(String name, long at, long windows, long wanted, long seen) {
            if (wanted == seen) {
                same += wanted == SeriesValues.EMPTY ? 0 : windows;
                return;
            }
            if (!isWhole && seen == SeriesValues.EMPTY) {
                return;
            }
            different += windows;
            if (first.isEmpty()) {
                first = Optional.of(name + " @ " + at + ": " + text(wanted) + " against " + text(seen));
            }
        }

        Comparison result() {
            return new Comparison(same, different, first);
        }

        private static long after(long at, long change) {
            return change > at ? change : Long.MAX_VALUE;
        }

        private static String text(long value) {
            return value == SeriesValues.EMPTY
                    ? "nothing"
                    : BigDecimal.valueOf(value, 6).toPlainString();
        }
    }
}
