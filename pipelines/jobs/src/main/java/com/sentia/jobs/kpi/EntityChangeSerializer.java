package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import com.sentia.jobs.kpi.state.Longs;
import com.sentia.runtime.Position;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Sends changes from task to task: key, facts, position, the instant of a level. */
public final class EntityChangeSerializer extends CompactSerializer<EntityChange> {
    private static final EntityChangeSerializer INSTANCE = new EntityChangeSerializer();
    private static final EntityFactsSerializer FACTS = EntityFactsSerializer.INSTANCE;

    @Override
    public void serialize(EntityChange change, DataOutputView out) throws IOException {
        StringValue.writeString(change.key(), out);
        FACTS.serialize(change.facts(), out);
        StringValue.writeString(change.position().topic(), out);
        Longs.write(change.position().partition(), out);
        Longs.write(change.position().offset(), out);
        Long levelAt = change.levelAt();
        out.writeBoolean(levelAt != null);
        if (levelAt != null) {
            Longs.write(levelAt, out);
        }
    }

    @Override
    public EntityChange deserialize(DataInputView in) throws IOException {
        return new EntityChange(
                StringValue.readString(in),
                FACTS.deserialize(in),
                new Position(StringValue.readString(in), (int) Longs.read(in), Longs.read(in)),
                in.readBoolean() ? Longs.read(in) : null);
    }

    @Override
    public EntityChange createInstance() {
        return new EntityChange("", FACTS.createInstance(), new Position("", 0, 0));
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<EntityChange> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EntityChange> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<EntityChange> {
        @Override
        public TypeInformation<EntityChange> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(EntityChange.class, INSTANCE);
        }
    }
}
