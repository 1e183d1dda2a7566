package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.kpi.Window.Calendar;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/** What the slices in state are made of: state of another layout must not be read, it would give wrong numbers. */
final class StateLayout {
    /** To be raised by a build whose job can't go on from the state of the one before. */
    private static final String FORMAT = "format 3: ";

    private final ListState<String> state;
    private final String layout;

    /** @throws IllegalStateException when the state restored was written under a catalogue that keeps other figures */
    StateLayout(OperatorStateStore store, KpiCatalogue catalogue) throws Exception {
        state = store.getUnionListState(new ListStateDescriptor<>("state-layout", StringSerializer.INSTANCE));
        layout = describe(catalogue);
        for (String restored : state.get()) {
            if (!restored.equals(layout)) {
                throw new IllegalStateException(
                        "the KPI catalogue, or this build, keeps other figures than the state holds: [" + layout
                                + "] instead of [" + restored
                                + "]; go back to the former sets and measures, or the former build, or begin anew from the topics");
            }
        }
    }

    void snapshot() throws Exception {
        state.update(List.of(layout));
    }

    private static String describe(KpiCatalogue catalogue) {
        return FORMAT + catalogue.sets().stream().map(StateLayout::describe).collect(Collectors.joining("; "));
    }

    private static String describe(DimensionSet set) {
        String measures = set.measures().stream().map(Object::toString).collect(Collectors.joining(","));
        String windows = set.windows().stream().map(StateLayout::describe).collect(Collectors.joining(","));
        return set.name() + " by " + set.dimensions() + " keeps " + measures + " over " + windows;
    }

    /** Calendar slices of another zone are of other facts. */
    private static String describe(Window window) {
        return window instanceof Calendar calendar ? calendar.name() + " in " + calendar.zone() : window.name();
    }
}
