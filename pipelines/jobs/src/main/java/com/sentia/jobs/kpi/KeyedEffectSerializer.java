package com.sentia.jobs.kpi;

import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
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

/** Sends changes of what entities share from task to task: key, then effect. */
public final class KeyedEffectSerializer extends CompactSerializer<KeyedEffect> {
    private static final KeyedEffectSerializer INSTANCE = new KeyedEffectSerializer();
    private static final VersionEffectSerializer EFFECTS = new VersionEffectSerializer();

    @Override
    public void serialize(KeyedEffect keyed, DataOutputView out) throws IOException {
        StringValue.writeString(keyed.key(), out);
        EFFECTS.serialize(keyed.effect(), out);
    }

    @Override
    public KeyedEffect deserialize(DataInputView in) throws IOException {
        return new KeyedEffect(StringValue.readString(in), EFFECTS.deserialize(in));
    }

    @Override
    public KeyedEffect createInstance() {
        return new KeyedEffect("", VersionEffect.STALE);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<KeyedEffect> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeyedEffect> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<KeyedEffect> {
        @Override
        public TypeInformation<KeyedEffect> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(KeyedEffect.class, INSTANCE);
        }
    }
}
