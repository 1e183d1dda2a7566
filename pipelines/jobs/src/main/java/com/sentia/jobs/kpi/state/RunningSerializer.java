package com.sentia.jobs.kpi.state;

import com.sentia.analytics.window.Running;
import com.sentia.analytics.window.Spread;
import com.sentia.analytics.window.Totals;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Format of what a series remembers beside its slices: numbers of windows, of values and of spreads, then the fields per window;
 * of totals the values without the zeros they end in, as no amount of another currency is in most series. Where shares follow, the
 * number of values is written as its complement, which is less than 0.
 */
public final class RunningSerializer extends CompactSerializer<Running> {
    public static final RunningSerializer INSTANCE = new RunningSerializer();

    @Override
    public void serialize(Running running, DataOutputView out) throws IOException {
        int windows = running.asOf.length;
        Longs.write(windows, out);
        Longs.write(width(running), out);
        Longs.write(spreads(running), out);
        Longs.write(running.latestFact, out);
        out.writeBoolean(running.isRefreshDue);
        Longs.write(running.days, out);
        for (int w = 0; w < windows; w++) {
            Longs.write(running.asOf[w], out);
            Longs.write(running.bounds[w].oldest, out);
            Longs.write(running.bounds[w].next, out);
            write(running.totals[w], out);
            Longs.write(running.openEnds[w], out);
            Longs.write(running.revisionMarks[w], out);
            Longs.write(running.shownEnd[w], out);
            if (running.shownEnd[w] != Running.NEVER) {
                Longs.write(running.shown[w].length, out);
                Longs.writeAll(running.shown[w], out);
            }
        }
    }

    @Override
    public Running deserialize(DataInputView in) throws IOException {
        int windows = (int) Longs.read(in);
        Running running = new Running(windows, (int) Longs.read(in), (int) Longs.read(in));
        running.latestFact = Longs.read(in);
        running.isRefreshDue = in.readBoolean();
        running.days = (int) Longs.read(in);
        for (int w = 0; w < windows; w++) {
            running.asOf[w] = Longs.read(in);
            running.bounds[w].oldest = Longs.read(in);
            running.bounds[w].next = Longs.read(in);
            readInto(running.totals[w], in);
            running.openEnds[w] = (int) Longs.read(in);
            running.revisionMarks[w] = (int) Longs.read(in);
            running.shownEnd[w] = Longs.read(in);
            if (running.shownEnd[w] != Running.NEVER) {
                running.shown[w] = new long[(int) Longs.read(in)];
                Longs.readAll(running.shown[w], in);
            }
        }
        return running;
    }

    private static void write(Totals totals, DataOutputView out) throws IOException {
        int length = totals.values.length;
        while (length > 0 && totals.values[length - 1] == 0) {
            length--;
        }
        Map<String, Long> shares = totals.shares.amounts();
        Longs.write(shares.isEmpty() ? length : ~length, out);
        for (int v = 0; v < length; v++) {
            Longs.write(totals.values[v], out);
        }
        for (Spread spread : totals.spreads) {
            Longs.write(spread.size(), out);
            for (Map.Entry<Long, Integer> count : spread.counts()) {
                Longs.write(count.getKey(), out);
                Longs.write(count.getValue(), out);
            }
        }
        if (!shares.isEmpty()) {
            Longs.write(shares.size(), out);
            for (Map.Entry<String, Long> share : shares.entrySet()) {
                out.writeUTF(share.getKey());
                Longs.write(share.getValue(), out);
            }
        }
    }

    private static void readInto(Totals totals, DataInputView in) throws IOException {
        int written = (int) Longs.read(in);
        boolean hasShares = written < 0;
        int length = hasShares ? ~written : written;
        for (int v = 0; v < length; v++) {
            totals.values[v] = Longs.read(in);
        }
        for (Spread spread : totals.spreads) {
            for (long left = Longs.read(in); left > 0; left--) {
                spread.add(Longs.read(in), (int) Longs.read(in));
            }
        }
        for (long left = hasShares ? Longs.read(in) : 0; left > 0; left--) {
            totals.shares.add(in.readUTF(), Longs.read(in));
        }
    }

    private static int width(Running running) {
        return running.totals.length == 0 ? 0 : running.totals[0].values.length;
    }

    private static int spreads(Running running) {
        return running.totals.length == 0 ? 0 : running.totals[0].spreads.length;
    }

    @Override
    public Running copy(Running running) {
        Running copy = new Running(running.asOf.length, width(running), spreads(running));
        copy.latestFact = running.latestFact;
        copy.isRefreshDue = running.isRefreshDue;
        copy.days = running.days;
        copy.asOf = running.asOf.clone();
        copy.openEnds = running.openEnds.clone();
        copy.revisionMarks = running.revisionMarks.clone();
        copy.shownEnd = running.shownEnd.clone();
        for (int w = 0; w < copy.asOf.length; w++) {
            copy.totals[w] = running.totals[w].copy();
            copy.bounds[w] = running.bounds[w].copy();
            copy.shown[w] = running.shown[w].clone();
        }
        return copy;
    }

    @Override
    public Running createInstance() {
        return new Running(0, 0, 0);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializerSnapshot<Running> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Running> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
