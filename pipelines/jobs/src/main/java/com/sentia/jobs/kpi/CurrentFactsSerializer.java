package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import com.sentia.jobs.kpi.state.Longs;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Sends current facts to the task that writes them: key, cause, since when unchanged, facts. */
public final class CurrentFactsSerializer extends CompactSerializer<CurrentFacts> {
    private static final CurrentFactsSerializer INSTANCE = new CurrentFactsSerializer();

    @Override
    public void serialize(CurrentFacts current, DataOutputView out) throws IOException {
        StringValue.writeString(current.key(), out);
        Causes.write(current.cause(), out);
        Longs.write(current.unchangedSinceMicros(), out);
        EntityFactsSerializer.write(current.facts(), out);
    }

    @Override
    public CurrentFacts deserialize(DataInputView in) throws IOException {
        return new CurrentFacts(
                StringValue.readString(in), Causes.read(in), Longs.read(in), EntityFactsSerializer.facts(in));
    }

    @Override
    public CurrentFacts createInstance() {
        return new CurrentFacts("", null, 0, List.of());
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<CurrentFacts> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CurrentFacts> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<CurrentFacts> {
        @Override
        public TypeInformation<CurrentFacts> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(CurrentFacts.class, INSTANCE);
        }
    }
}
