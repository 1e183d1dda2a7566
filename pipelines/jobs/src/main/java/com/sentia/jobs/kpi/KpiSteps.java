package com.sentia.jobs.kpi;

import com.sentia.runtime.Rejection;
import com.sentia.timescale.KpiWrite;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job between its source and its sinks: versions of entities become values. The benchmark runs the same steps.
 *
 * @param writes everything a window subtask has to say, in order
 * @param beyondRetention versions that came too late to count
 * @param currentFacts what entities stand for now; nothing of those that never change
 */
public record KpiSteps(
        SingleOutputStreamOperator<KpiWrite> writes,
        DataStream<Rejection> beyondRetention,
        DataStream<CurrentFacts> currentFacts) {

    /** The steps behind a stream of versions of entities that may change. */
    public static KpiSteps ofVersions(DataStream<EntityChange> changes, KpiPlan plan, GenerationSource generations) {
        SingleOutputStreamOperator<VersionEffect> effects = diffVersions(changes, plan);
        return of(effects, effects, plan, generations);
    }

    /**
     * The same with levels beside them; these have no place in the table of facts.
     *
     * @param levels versions of instants
     */
    public static KpiSteps ofVersions(
            DataStream<EntityChange> changes,
            DataStream<EntityChange> levels,
            KpiPlan plan,
            GenerationSource generations) {
        SingleOutputStreamOperator<VersionEffect> effects = diffVersions(changes, plan);
        SingleOutputStreamOperator<VersionEffect> moves = levels.keyBy(EntityChange::key, Types.STRING)
                .process(new DiffLevelsFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.diff-levels")
                .name("kpi.diff-levels");
        KpiSteps steps = of(effects, effects.union(moves), plan, generations);
        return new KpiSteps(
                steps.writes,
                steps.beyondRetention.union(moves.getSideOutput(RetentionGuard.BEYOND_RETENTION)),
                steps.currentFacts);
    }

    private static SingleOutputStreamOperator<VersionEffect> diffVersions(
            DataStream<EntityChange> changes, KpiPlan plan) {
        return changes.keyBy(EntityChange::key, Types.STRING)
                .process(new DiffVersionsFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.diff-versions")
                .name("kpi.diff-versions");
    }

    /** The steps behind a stream of entities that each come once and never change. */
    public static KpiSteps ofAppended(DataStream<EntityChange> changes, KpiPlan plan, GenerationSource generations) {
        SingleOutputStreamOperator<VersionEffect> effects = changes.process(new AppendFactsFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.append-facts")
                .name("kpi.append-facts");
        return of(effects, effects, plan, generations);
    }

    private static KpiSteps of(
            SingleOutputStreamOperator<VersionEffect> versions,
            DataStream<VersionEffect> effects,
            KpiPlan plan,
            GenerationSource generations) {
        SingleOutputStreamOperator<KpiWrite> writes = effects.transform(
                        "kpi.sum-changes", TypeInformation.of(SeriesMessage.class), new SumChangesOperator(plan))
                .uid("kpi.sum-changes")
                .keyBy(SeriesMessage::key, Types.STRING)
                .transform("kpi.windows", TypeInformation.of(KpiWrite.class), new KpiWindowOperator(plan, generations))
                .uid("kpi.windows");
        return new KpiSteps(
                writes,
                versions.getSideOutput(RetentionGuard.BEYOND_RETENTION),
                versions.getSideOutput(DiffVersionsFunction.CURRENT_FACTS));
    }
}
