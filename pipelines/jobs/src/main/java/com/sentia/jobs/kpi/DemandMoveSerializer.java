package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.DailyDemand.Day;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Sends what versions move of demand from task to task: article, day, units, cause. */
public final class DemandMoveSerializer extends CompactSerializer<DemandMove> {
    private static final DemandMoveSerializer INSTANCE = new DemandMoveSerializer();
    private static final DemandMove NOTHING =
            new DemandMove(new Day("", LocalDate.EPOCH), 0, new Cause("", new EntityVersion(0, 0, 0), CauseKind.LATE));

    @Override
    public void serialize(DemandMove move, DataOutputView out) throws IOException {
        StringValue.writeString(move.day().sku(), out);
        out.writeLong(move.day().date().toEpochDay());
        out.writeLong(move.units());
        Causes.write(move.cause(), out);
    }

    @Override
    public DemandMove deserialize(DataInputView in) throws IOException {
        Day day = new Day(StringValue.readString(in), LocalDate.ofEpochDay(in.readLong()));
        return new DemandMove(day, in.readLong(), Objects.requireNonNull(Causes.read(in)));
    }

    @Override
    public DemandMove createInstance() {
        return NOTHING;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<DemandMove> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DemandMove> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<DemandMove> {
        @Override
        public TypeInformation<DemandMove> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(DemandMove.class, INSTANCE);
        }
    }
}
