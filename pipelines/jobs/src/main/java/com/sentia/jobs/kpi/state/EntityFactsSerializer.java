package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Format of a version with its facts: the version's three parts, whether it is live, number of facts, facts. A fact is its
 * kind's number, its time, its attributes and figures in the kind's order.
 */
public final class EntityFactsSerializer extends CompactSerializer<EntityFacts> {
    public static final EntityFactsSerializer INSTANCE = new EntityFactsSerializer();

    /** A kind's number is its place here, so that new ones come at the end. */
    private static final List<FactKind> KINDS = List.of(FactKind.values());

    public static void write(EntityVersion version, DataOutputView out) throws IOException {
        Longs.write(version.updatedAtMicros(), out);
        Longs.write(version.feedRank(), out);
        Longs.write(version.fetchedAtMicros(), out);
    }

    public static EntityVersion version(DataInputView in) throws IOException {
        return new EntityVersion(Longs.read(in), (int) Longs.read(in), Longs.read(in));
    }

    public static void write(List<Fact> facts, DataOutputView out) throws IOException {
        Longs.write(facts.size(), out);
        for (Fact fact : facts) {
            write(fact, out);
        }
    }

    public static List<Fact> facts(DataInputView in) throws IOException {
        int count = (int) Longs.read(in);
        List<Fact> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(fact(in));
        }
        return facts;
    }

    @Override
    public void serialize(EntityFacts facts, DataOutputView out) throws IOException {
        write(facts.version(), out);
        out.writeBoolean(facts.isLive());
        write(facts.facts(), out);
    }

    @Override
    public EntityFacts deserialize(DataInputView in) throws IOException {
        EntityVersion version = version(in);
        return new EntityFacts(version, in.readBoolean(), facts(in));
    }

    private static void write(Fact fact, DataOutputView out) throws IOException {
        out.writeByte(KINDS.indexOf(fact.kind()));
        Longs.write(fact.timeMicros(), out);
        StringValue.writeString(fact.currency(), out);
        for (Attribute attribute : fact.kind().attributes()) {
            StringValue.writeString(fact.text(attribute), out);
        }
        for (Figure figure : fact.kind().figures()) {
            Longs.write(fact.figure(figure), out);
        }
    }

    private static Fact fact(DataInputView in) throws IOException {
        FactKind kind = KINDS.get(in.readUnsignedByte());
        Fact.Builder fact = Fact.of(kind, Longs.read(in)).in(StringValue.readString(in));
        for (Attribute attribute : kind.attributes()) {
            fact.with(attribute, StringValue.readString(in));
        }
        for (Figure figure : kind.figures()) {
            fact.with(figure, Longs.read(in));
        }
        return fact.build();
    }

    @Override
    public EntityFacts createInstance() {
        return new EntityFacts(new EntityVersion(0, 0, 0), List.of());
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<EntityFacts> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EntityFacts> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
