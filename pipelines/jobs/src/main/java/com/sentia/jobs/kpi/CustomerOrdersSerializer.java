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

/** Sends the changes of a customer's orders from task to task: customer, then effect. */
public final class CustomerOrdersSerializer extends CompactSerializer<CustomerOrders> {
    private static final CustomerOrdersSerializer INSTANCE = new CustomerOrdersSerializer();
    private static final VersionEffectSerializer EFFECTS = new VersionEffectSerializer();

    @Override
    public void serialize(CustomerOrders orders, DataOutputView out) throws IOException {
        StringValue.writeString(orders.customer(), out);
        EFFECTS.serialize(orders.effect(), out);
    }

    @Override
    public CustomerOrders deserialize(DataInputView in) throws IOException {
        return new CustomerOrders(StringValue.readString(in), EFFECTS.deserialize(in));
    }

    @Override
    public CustomerOrders createInstance() {
        return new CustomerOrders("", VersionEffect.STALE);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializerSnapshot<CustomerOrders> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version 1 of the format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerOrders> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** Makes it the format wherever the type is sent. */
    public static final class Factory extends TypeInfoFactory<CustomerOrders> {
        @Override
        public TypeInformation<CustomerOrders> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return new CompactType<>(CustomerOrders.class, INSTANCE);
        }
    }
}
