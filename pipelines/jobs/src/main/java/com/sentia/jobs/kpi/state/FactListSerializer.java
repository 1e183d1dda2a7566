package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.Fact;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Format of facts without a version: their number, then each as {@link EntityFactsSerializer} has it. The lists are not changed once kept. */
public final class FactListSerializer extends CompactSerializer<List<Fact>> {
    public static final FactListSerializer INSTANCE = new FactListSerializer();

    @Override
    public void serialize(List<Fact> facts, DataOutputView out) throws IOException {
        EntityFactsSerializer.write(facts, out);
    }

    @Override
    public List<Fact> deserialize(DataInputView in) throws IOException {
        return EntityFactsSerializer.facts(in);
    }

    @Override
    public List<Fact> createInstance() {
        return List.of();
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<List<Fact>> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<List<Fact>> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
