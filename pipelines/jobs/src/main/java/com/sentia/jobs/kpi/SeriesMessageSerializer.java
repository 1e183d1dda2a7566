package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.jobs.kpi.state.ContributionFormat;
import com.sentia.jobs.kpi.state.Longs;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Sends messages from task to task: key, contributions, caused changes, when that was known, and arrivals where there are any. */
public final class SeriesMessageSerializer extends CompactSerializer<SeriesMessage> {
    private static final SeriesMessageSerializer INSTANCE = new SeriesMessageSerializer();

    @Override
    public void serialize(SeriesMessage message, DataOutputView out) throws IOException {
        StringValue.writeString(message.key(), out);
        write(message.contributions(), out);
        Longs.write(message.caused().size(), out);
        for (CausedChange change : message.caused()) {
            Causes.write(change.cause(), out);
            write(change.contributions(), out);
        }
        Longs.write(message.knownAtMicros(), out);
        Arrivals arrivals = message.arrivals();
        out.writeBoolean(arrivals != null);
        if (arrivals != null) {
            Longs.write(arrivals.versions(), out);
            Longs.write(arrivals.stale(), out);
            Longs.write(arrivals.retractions(), out);
            Longs.write(arrivals.additions(), out);
        }
    }

    @Override
    public SeriesMessage deserialize(DataInputView in) throws IOException {
        String key = StringValue.readString(in);
        List<Contribution> contributions = contributions(in);
        int causes = (int) Longs.read(in);
        List<CausedChange> caused = new ArrayList<>(causes);
        for (int i = 0; i < causes; i++) {
            caused.add(new CausedChange(Objects.requireNonNull(Causes.read(in)), contributions(in)));
        }
        long knownAt = Longs.read(in);
        @Nullable
        Arrivals arrivals = in.readBoolean()
                ? new Arrivals((int) Longs.read(in), (int) Longs.read(in), (int) Longs.read(in), (int) Longs.read(in))
                : null;
        return new SeriesMessage(key, contributions, caused, knownAt, arrivals);
    }

    @Override
    public SeriesMessage createInstance() {
        return new SeriesMessage("", List.of(), List.of(), 0, null);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<SeriesMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    private static void write(List<Contribution> contributions, DataOutputView out) throws IOException {
        Longs.write(contributions.size(), out);
        for (Contribution contribution : contributions) {
            ContributionFormat.write(contribution, out);
        }
    }

    private static List<Contribution> contributions(DataInputView in) throws IOException {
        int count = (int) Longs.read(in);
        List<Contribution> contributions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            contributions.add(ContributionFormat.read(in));
        }
        return contributions;
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SeriesMessage> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<SeriesMessage> {
        @Override
        public TypeInformation<SeriesMessage> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(SeriesMessage.class, INSTANCE);
        }
    }
}
