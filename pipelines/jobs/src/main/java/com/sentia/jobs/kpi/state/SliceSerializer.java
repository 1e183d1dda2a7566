package com.sentia.jobs.kpi.state;

import com.sentia.analytics.window.Slice;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Format of a slice: number of values, values, number of tallies, their keys and amounts. */
public final class SliceSerializer extends CompactSerializer<Slice> {
    public static final SliceSerializer INSTANCE = new SliceSerializer();

    @Override
    public void serialize(Slice slice, DataOutputView out) throws IOException {
        Longs.write(slice.values().length, out);
        Longs.writeAll(slice.values(), out);
        Longs.write(slice.tallies().size(), out);
        for (Map.Entry<String, Long> tally : slice.tallies().entrySet()) {
            out.writeUTF(tally.getKey());
            Longs.write(tally.getValue(), out);
        }
    }

    @Override
    public Slice deserialize(DataInputView in) throws IOException {
        long[] values = new long[(int) Longs.read(in)];
        Longs.readAll(values, in);
        Map<String, Long> tallies = new TreeMap<>();
        for (long left = Longs.read(in); left > 0; left--) {
            String key = in.readUTF();
            tallies.put(key, Longs.read(in));
        }
        return new Slice(values, tallies);
    }

    @Override
    public Slice copy(Slice slice) {
        return new Slice(slice.values().clone(), new TreeMap<>(slice.tallies()));
    }

    @Override
    public Slice createInstance() {
        return new Slice(new long[0], new TreeMap<>());
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializerSnapshot<Slice> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Slice> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
