package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.FactDiff;
import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Sends effects from task to task, should they ever leave theirs: cause, what is taken back, what is added. */
public final class VersionEffectSerializer extends CompactSerializer<VersionEffect> {
    private static final VersionEffectSerializer INSTANCE = new VersionEffectSerializer();

    @Override
    public void serialize(VersionEffect effect, DataOutputView out) throws IOException {
        Causes.write(effect.cause(), out);
        EntityFactsSerializer.write(effect.diff().retractions(), out);
        EntityFactsSerializer.write(effect.diff().additions(), out);
    }

    @Override
    public VersionEffect deserialize(DataInputView in) throws IOException {
        return new VersionEffect(
                Causes.read(in), new FactDiff(EntityFactsSerializer.facts(in), EntityFactsSerializer.facts(in)));
    }

    @Override
    public VersionEffect createInstance() {
        return VersionEffect.STALE;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<VersionEffect> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<VersionEffect> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<VersionEffect> {
        @Override
        public TypeInformation<VersionEffect> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(VersionEffect.class, INSTANCE);
        }
    }
}
