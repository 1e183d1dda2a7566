package com.sentia.jobs.kpi.state;

import com.sentia.analytics.window.Running;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Format of what a series remembers beside its slices: numbers of windows and measures, then the fields per window. */
public final class RunningSerializer extends CompactSerializer<Running> {
    public static final RunningSerializer INSTANCE = new RunningSerializer();

    @Override
    public void serialize(Running running, DataOutputView out) throws IOException {
        int windows = running.asOf.length;
        Longs.write(windows, out);
        Longs.write(windows == 0 ? 0 : running.totals[0].length / 2, out);
        Longs.write(running.latestFact, out);
        out.writeBoolean(running.isRefreshDue);
        Longs.write(running.days, out);
        for (int w = 0; w < windows; w++) {
            Longs.write(running.asOf[w], out);
            Longs.writeAll(running.totals[w], out);
            Longs.write(running.openEnds[w], out);
            Longs.write(running.revisionMarks[w], out);
            Longs.write(running.shownEnd[w], out);
            if (running.shownEnd[w] != Running.NEVER) {
                Longs.writeAll(running.shown[w], out);
            }
        }
    }

    @Override
    public Running deserialize(DataInputView in) throws IOException {
        int windows = (int) Longs.read(in);
        Running running = new Running(windows, (int) Longs.read(in));
        running.latestFact = Longs.read(in);
        running.isRefreshDue = in.readBoolean();
        running.days = (int) Longs.read(in);
        for (int w = 0; w < windows; w++) {
            running.asOf[w] = Longs.read(in);
            Longs.readAll(running.totals[w], in);
            running.openEnds[w] = (int) Longs.read(in);
            running.revisionMarks[w] = (int) Longs.read(in);
            running.shownEnd[w] = Longs.read(in);
            if (running.shownEnd[w] != Running.NEVER) {
                Longs.readAll(running.shown[w], in);
            }
        }
        return running;
    }

    @Override
    public Running copy(Running running) {
        Running copy = new Running(running.asOf.length, running.asOf.length == 0 ? 0 : running.totals[0].length / 2);
        copy.latestFact = running.latestFact;
        copy.isRefreshDue = running.isRefreshDue;
        copy.days = running.days;
        copy.asOf = running.asOf.clone();
        copy.openEnds = running.openEnds.clone();
        copy.revisionMarks = running.revisionMarks.clone();
        copy.shownEnd = running.shownEnd.clone();
        for (int w = 0; w < copy.asOf.length; w++) {
            copy.totals[w] = running.totals[w].clone();
            copy.shown[w] = running.shown[w].clone();
        }
        return copy;
    }

    @Override
    public Running createInstance() {
        return new Running(0, 0);
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
