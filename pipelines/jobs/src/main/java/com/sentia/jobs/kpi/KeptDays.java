package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.DeadStock;
import com.sentia.analytics.fact.Fact;
import com.sentia.jobs.kpi.state.FactListSerializer;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/** Sales and stock moves of the article whose key is current, by day, in keyed state. */
final class KeptDays implements DeadStock.Days {
    private final MapState<Long, List<Fact>> days;

    KeptDays(RuntimeContext context) {
        days = context.getMapState(
                new MapStateDescriptor<>("days", LongSerializer.INSTANCE, FactListSerializer.INSTANCE));
    }

    @Override
    public List<Fact> on(long day) {
        return Objects.requireNonNullElse(StateAccess.to(() -> days.get(day)), List.of());
    }

    @Override
    public void keep(long day, List<Fact> facts) {
        StateAccess.to(() -> {
            if (facts.isEmpty()) {
                days.remove(day);
            } else {
                days.put(day, facts);
            }
            return null;
        });
    }

    @Override
    public Iterable<List<Fact>> all() {
        return Objects.requireNonNull(StateAccess.to(days::values));
    }

    boolean isEmpty() throws Exception {
        return days.isEmpty();
    }
}
