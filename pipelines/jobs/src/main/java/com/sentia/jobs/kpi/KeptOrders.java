package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FirstOrder;
import com.sentia.jobs.kpi.state.FactListSerializer;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/** The orders of the customer whose key is current, by their instants, in keyed state. */
final class KeptOrders implements FirstOrder.Orders {
    private final MapState<Long, List<Fact>> orders;

    KeptOrders(RuntimeContext context) {
        orders = context.getMapState(
                new MapStateDescriptor<>("orders", LongSerializer.INSTANCE, FactListSerializer.INSTANCE));
    }

    @Override
    public List<Fact> at(long instant) {
        return Objects.requireNonNullElse(StateAccess.to(() -> orders.get(instant)), List.of());
    }

    @Override
    public void keep(long instant, List<Fact> some) {
        StateAccess.to(() -> {
            if (some.isEmpty()) {
                orders.remove(instant);
            } else {
                orders.put(instant, some);
            }
            return null;
        });
    }

    @Override
    public @Nullable Long earliest() {
        return StateAccess.to(() -> {
            Long earliest = null;
            for (Long instant : orders.keys()) {
                earliest = earliest == null ? instant : Long.valueOf(Math.min(earliest, instant));
            }
            return earliest;
        });
    }

    void forget() {
        orders.clear();
    }
}
