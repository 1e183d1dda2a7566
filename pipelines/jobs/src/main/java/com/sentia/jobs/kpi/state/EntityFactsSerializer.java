package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.SalesFact;
import com.sentia.analytics.kpi.FactKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Format of a version with its facts: the version's three parts, number of facts, facts. A fact's kind is a number. */
public final class EntityFactsSerializer extends CompactSerializer<EntityFacts> {
    public static final EntityFactsSerializer INSTANCE = new EntityFactsSerializer();

    /** A kind's number is its place here; new ones are added at the end. */
    private static final List<FactKind> KINDS =
            List.of(FactKind.GOODS, FactKind.DISCOUNT, FactKind.RETURN, FactKind.ORDER);

    public static void write(EntityVersion version, DataOutputView out) throws IOException {
        Longs.write(version.updatedAtMicros(), out);
        Longs.write(version.feedRank(), out);
        Longs.write(version.fetchedAtMicros(), out);
    }

    public static EntityVersion version(DataInputView in) throws IOException {
        return new EntityVersion(Longs.read(in), (int) Longs.read(in), Longs.read(in));
    }

    @Override
    public void serialize(EntityFacts facts, DataOutputView out) throws IOException {
        write(facts.version(), out);
        Longs.write(facts.facts().size(), out);
        for (SalesFact fact : facts.facts()) {
            out.writeByte(KINDS.indexOf(fact.kind()));
            Longs.write(fact.timeMicros(), out);
            StringValue.writeString(fact.source(), out);
            StringValue.writeString(fact.region(), out);
            StringValue.writeString(fact.sku(), out);
            Longs.write(fact.units(), out);
            Longs.write(fact.amountMicros(), out);
            StringValue.writeString(fact.customer(), out);
        }
    }

    @Override
    public EntityFacts deserialize(DataInputView in) throws IOException {
        EntityVersion version = version(in);
        int count = (int) Longs.read(in);
        List<SalesFact> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(new SalesFact(
                    KINDS.get(in.readByte()),
                    Longs.read(in),
                    StringValue.readString(in),
                    StringValue.readString(in),
                    StringValue.readString(in),
                    Longs.read(in),
                    Longs.read(in),
                    StringValue.readString(in)));
        }
        return new EntityFacts(version, facts);
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
