package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.state.CompactSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.jobs.kpi.state.EntityFactsSerializer;
import com.sentia.jobs.kpi.state.Longs;
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

/** Sends versions of rates from task to task and keeps them in state: currency, day, nanos, unit, the version's three parts. */
public final class RateVersionSerializer extends CompactSerializer<RateVersion> {
    public static final RateVersionSerializer INSTANCE = new RateVersionSerializer();

    /** What a stream of them is declared as: plain Java types can't say themselves how they are sent. */
    public static final TypeInformation<RateVersion> TYPE = new CompactType<>(RateVersion.class, INSTANCE);

    @Override
    public void serialize(RateVersion rate, DataOutputView out) throws IOException {
        StringValue.writeString(rate.currency(), out);
        Longs.write(rate.day(), out);
        Longs.write(rate.nanos(), out);
        StringValue.writeString(rate.unit(), out);
        EntityFactsSerializer.write(rate.version(), out);
    }

    @Override
    public RateVersion deserialize(DataInputView in) throws IOException {
        return new RateVersion(
                StringValue.readString(in),
                Longs.read(in),
                Longs.read(in),
                StringValue.readString(in),
                EntityFactsSerializer.version(in));
    }

    @Override
    public RateVersion createInstance() {
        return new RateVersion("", 0, 0, "", new EntityVersion(0, 0, 0));
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<RateVersion> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RateVersion> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format of the components it is named at. */
    public static final class Factory extends TypeInfoFactory<RateVersion> {
        @Override
        public TypeInformation<RateVersion> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return TYPE;
        }
    }
}
