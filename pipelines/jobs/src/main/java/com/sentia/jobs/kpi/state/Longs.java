package com.sentia.jobs.kpi.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Longs in as few bytes as they need: zigzag, seven bits to a byte. Most sums are small or zero. */
public final class Longs {
    private static final int GROUP = 7;
    private static final long MASK = 0x7F;
    private static final int MORE = 0x80;

    private Longs() {}

    public static void write(long value, DataOutputView out) throws IOException {
        long left = value << 1 ^ value >> (Long.SIZE - 1);
        while ((left & ~MASK) != 0) {
            out.writeByte((int) (left & MASK) | MORE);
            left >>>= GROUP;
        }
        out.writeByte((int) left);
    }

    public static long read(DataInputView in) throws IOException {
        long value = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            value |= (part & MASK) << shift;
            shift += GROUP;
        } while ((part & MORE) != 0);
        return value >>> 1 ^ -(value & 1);
    }

    public static void writeAll(long[] values, DataOutputView out) throws IOException {
        for (long value : values) {
            write(value, out);
        }
    }

    public static void readAll(long[] values, DataInputView in) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in);
        }
    }
}
