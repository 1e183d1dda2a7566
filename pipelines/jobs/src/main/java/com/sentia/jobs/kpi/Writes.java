package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.window.KpiRow;
import com.sentia.analytics.window.Restated;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.Restatement;
import java.util.Map;

/** Turns the engine's answers into writes, numbered within this start of the subtask. */
final class Writes {
    private final long generation;
    private long sequence;

    Writes(long generation) {
        this.generation = generation;
    }

    KpiWrite change(KpiRow row, Map<String, String> dimensions, long nowMicros) {
        return KpiWrite.of(new KpiChange(
                row.kpi().name(),
                row.kpi().version(),
                dimensions,
                row.window().name(),
                row.end(),
                row.op() == KpiRow.Op.DELETE,
                row.value(),
                row.components(),
                row.count(),
                row.revision(),
                row.stage() == KpiRow.Stage.RESTATED,
                row.flags().stream().map(Enum::name).sorted().toList(),
                nowMicros,
                generation,
                sequence++));
    }

    static KpiWrite restatement(Restated restated, Map<String, String> dimensions, long nowMicros) {
        Kpi kpi = restated.kpi();
        Cause cause = restated.cause();
        return KpiWrite.of(new Restatement(
                kpi.name(),
                kpi.version(),
                dimensions,
                restated.window().name(),
                cause.key(),
                cause.version().text(),
                cause.kind().name(),
                restated.firstEnd(),
                restated.lastEnd(),
                restated.firstDelta(),
                nowMicros));
    }
}
