package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.runtime.Rejection;
import com.sentia.timescale.KpiWrite;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

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
    public static KpiSteps ofVersions(
            DataStream<EntityChange> changes,
            DataStream<RateVersion> rates,
            KpiPlan plan,
            GenerationSource generations) {
        return of(
                changes.keyBy(EntityChange::key, Types.STRING)
                        .process(new DiffVersionsFunction(plan))
                        .returns(VersionEffect.class)
                        .uid("kpi.diff-versions")
                        .name("kpi.diff-versions"),
                rates,
                plan,
                generations);
    }

    /** The steps behind a stream of entities that each come once and never change. */
    public static KpiSteps ofAppended(
            DataStream<EntityChange> changes,
            DataStream<RateVersion> rates,
            KpiPlan plan,
            GenerationSource generations) {
        return of(
                changes.process(new AppendFactsFunction(plan))
                        .returns(VersionEffect.class)
                        .uid("kpi.append-facts")
                        .name("kpi.append-facts"),
                rates,
                plan,
                generations);
    }

    private static KpiSteps of(
            SingleOutputStreamOperator<VersionEffect> effects,
            DataStream<RateVersion> rates,
            KpiPlan plan,
            GenerationSource generations) {
        DataStream<SeriesMessage> messages = effects.transform(
                        "kpi.sum-changes", TypeInformation.of(SeriesMessage.class), SumChangesOperator.ofVersions(plan))
                .uid("kpi.sum-changes");
        if (plan.counts(FactKind.NEW_CUSTOMER)) {
            messages = messages.union(newCustomers(effects, plan));
        }
        if (plan.counts(FactKind.DEAD_STOCK)) {
            messages = messages.union(deadStock(effects, plan));
        }
        if (plan.counts(FactKind.DEMAND)) {
            messages = messages.union(dailyDemand(effects, plan));
        }
        SingleOutputStreamOperator<KpiWrite> writes = windows(
                messages.keyBy(SeriesMessage::key, Types.STRING),
                rates.broadcast(),
                new KpiWindowOperator(plan, generations));
        return new KpiSteps(
                writes,
                effects.getSideOutput(RetentionGuard.BEYOND_RETENTION),
                effects.getSideOutput(DiffVersionsFunction.CURRENT_FACTS));
    }

    /** A way of its own beside that of all other facts: what a customer's orders have in common no entity knows. */
    private static DataStream<SeriesMessage> newCustomers(
            SingleOutputStreamOperator<VersionEffect> effects, KpiPlan plan) {
        SingleOutputStreamOperator<VersionEffect> found = effects.flatMap(new PickOrdersFunction())
                .returns(KeyedEffect.class)
                .uid("kpi.pick-orders")
                .name("kpi.pick-orders")
                .keyBy(KeyedEffect::key, Types.STRING)
                .process(new FindFirstOrdersFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.find-first-orders")
                .name("kpi.find-first-orders");
        return summed(found, plan, "kpi.sum-new-customers");
    }

    /** As new customers: whether an article sells neither its stock nor any one order knows. */
    private static DataStream<SeriesMessage> deadStock(
            SingleOutputStreamOperator<VersionEffect> effects, KpiPlan plan) {
        SingleOutputStreamOperator<VersionEffect> found = effects.flatMap(new PickArticlesFunction())
                .returns(KeyedEffect.class)
                .uid("kpi.pick-articles")
                .name("kpi.pick-articles")
                .keyBy(KeyedEffect::key, Types.STRING)
                .process(new FindDeadStockFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.find-dead-stock")
                .name("kpi.find-dead-stock");
        return summed(found, plan, "kpi.sum-dead-stock");
    }

    private static DataStream<SeriesMessage> summed(
            SingleOutputStreamOperator<VersionEffect> derived, KpiPlan plan, String uid) {
        return derived.transform(uid, TypeInformation.of(SeriesMessage.class), SumChangesOperator.ofDerived(plan))
                .uid(uid);
    }

    /** As {@link #newCustomers}: what an article's day amounts to no order knows. */
    private static DataStream<SeriesMessage> dailyDemand(
            SingleOutputStreamOperator<VersionEffect> effects, KpiPlan plan) {
        SingleOutputStreamOperator<VersionEffect> summed = effects.flatMap(new PickDemandFunction(plan))
                .returns(DemandMove.class)
                .uid("kpi.pick-demand")
                .name("kpi.pick-demand")
                .keyBy(DemandMove::key, Types.STRING)
                .process(new SumDailyDemandFunction(plan))
                .returns(VersionEffect.class)
                .uid("kpi.sum-daily-demand")
                .name("kpi.sum-daily-demand");
        return summed(summed, plan, "kpi.sum-demand-changes");
    }

    /** Flink offers an operator with a keyed input and another that every subtask hears whole in this form only. */
    private static SingleOutputStreamOperator<KpiWrite> windows(
            KeyedStream<SeriesMessage, String> messages, DataStream<RateVersion> rates, KpiWindowOperator operator) {
        StreamExecutionEnvironment environment = messages.getExecutionEnvironment();
        TwoInputTransformation<SeriesMessage, RateVersion, KpiWrite> transformation = new TwoInputTransformation<>(
                messages.getTransformation(),
                rates.getTransformation(),
                "kpi.windows",
                SimpleOperatorFactory.of(operator),
                TypeInformation.of(KpiWrite.class),
                environment.getParallelism());
        transformation.setStateKeySelectors(messages.getKeySelector(), null);
        transformation.setStateKeyType(messages.getKeyType());
        transformation.setUid("kpi.windows");
        environment.addOperator(transformation);
        return new Windows(environment, transformation);
    }

    /** Gives the stream of a transformation made here. */
    private static final class Windows extends SingleOutputStreamOperator<KpiWrite> {
        Windows(StreamExecutionEnvironment environment, Transformation<KpiWrite> transformation) {
            super(environment, transformation);
        }
    }
}
