package com.sentia.verification.bench;

import java.util.Arrays;

/** The values of one series, kept where they change: window ends and, from each on, the value in millionths. */
final class SeriesValues {
    /** What a window without a value has; zero is the same, as not all contenders speak of empty windows. */
    static final long EMPTY = 0;

    private long[] ends = new long[4];
    private long[] values = new long[4];
    private int size;

    /** From this window on until the next one told, the value is this. A window told again is corrected. */
    void change(long end, long value) {
        int place = place(end);
        if (place >= 0) {
            values[place] = value;
        } else {
            insert(-place - 1, end, value);
        }
    }

    /** The value of this window is that of the window before, after all. */
    void takeBack(long end) {
        int place = place(end);
        if (place >= 0) {
            System.arraycopy(ends, place + 1, ends, place, size - place - 1);
            System.arraycopy(values, place + 1, values, place, size - place - 1);
            size--;
        }
    }

    /** This window alone has the value, whatever its neighbours have. */
    void window(long end, long value, long step) {
        change(end + step, value(end + step));
        change(end, value);
        takeBackIfSame(end + step);
        takeBackIfSame(end);
    }

    /** End of the first window told; the maximum when none was. */
    long first() {
        return size == 0 ? Long.MAX_VALUE : ends[0];
    }

    /** The first window end after the last one with a value; {@code step} is that from one window to the next. */
    long until(long step) {
        if (size == 0) {
            return Long.MIN_VALUE;
        }
        return values[size - 1] == EMPTY ? ends[size - 1] : ends[size - 1] + step;
    }

    Cursor cursor(long step) {
        return new Cursor(step);
    }

    private long value(long end) {
        int place = place(end);
        int last = place >= 0 ? place : -place - 2;
        return last < 0 ? EMPTY : values[last];
    }

    private void takeBackIfSame(long end) {
        int place = place(end);
        if (values[place] == (place == 0 ? EMPTY : values[place - 1])) {
            takeBack(end);
        }
    }

    private int place(long end) {
        // Most come in their order.
        return size > 0 && ends[size - 1] < end ? -size - 1 : Arrays.binarySearch(ends, 0, size, end);
    }

    private void insert(int place, long end, long value) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 3 / 2);
            values = Arrays.copyOf(values, size * 3 / 2);
        }
        System.arraycopy(ends, place, ends, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        ends[place] = end;
        values[place] = value;
        size++;
    }

    /** Goes through the windows in their order. */
    final class Cursor {
        private final long over;
        private int next;

        private Cursor(long step) {
            this.over = until(step);
        }

        /** The value of the window that ends there; ends must be asked for in their order. */
        long value(long end) {
            while (next < size && ends[next] <= end) {
                next++;
            }
            return next == 0 || end >= over ? EMPTY : values[next - 1];
        }

        /** The first window end after the one asked for last where the value may differ. */
        long nextChange() {
            if (next < size) {
                return ends[next];
            }
            return over;
        }
    }
}
