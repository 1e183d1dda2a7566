package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.Article;
import com.sentia.analytics.fact.DeadStock;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.jobs.kpi.state.ArticleSerializer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each article (SKU) which of its stock is dead, as moves, and corrects them when sales or levels come late, are edited or
 * cancelled. What a version changes so has that version as its cause.
 *
 * <p>A day beyond retention can't change: of its sales the last is kept, its moves are summed. What is left of an article that is gone is when it was
 * first stocked and last sold, which is kept as long as the job runs: otherwise one that comes back after years would be a new one.
 *
 * <p>Known weakness: a change at a time at which stock of the article is dead, or that makes it so or not, reads all its days; any other two entries.
 */
final class FindDeadStockFunction extends KeyedProcessFunction<String, KeyedEffect, VersionEffect> {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final KpiPlan plan;
    private transient @Nullable ValueState<Article> article;
    private transient @Nullable KeptDays days;

    FindDeadStockFunction(KpiPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        article = getRuntimeContext().getState(new ValueStateDescriptor<>("article", ArticleSerializer.INSTANCE));
        days = new KeptDays(getRuntimeContext());
    }

    @Override
    public void processElement(KeyedEffect change, Context context, Collector<VersionEffect> out) throws Exception {
        FactDiff diff = change.effect().diff();
        DeadStock.Step step = DeadStock.step(Objects.requireNonNull(days), known(), diff);
        Objects.requireNonNull(article).update(step.article());
        for (List<Fact> facts : List.of(diff.retractions(), diff.additions())) {
            facts.forEach(fact -> context.timerService().registerEventTimeTimer(foldAtMs(fact)));
        }
        if (!step.diff().isEmpty()) {
            out.collect(new VersionEffect(change.effect().cause(), step.diff()));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VersionEffect> out) throws Exception {
        KeptDays known = Objects.requireNonNull(days);
        long day = (timestamp - plan.retention().toMillis()) / DAY_MS - 1;
        Article after = DeadStock.fold(known, known(), day);
        if (after.isUnknown() && known.isEmpty()) {
            Objects.requireNonNull(article).clear();
        } else {
            Objects.requireNonNull(article).update(after);
        }
    }

    private Article known() throws Exception {
        return Objects.requireNonNullElse(Objects.requireNonNull(article).value(), Article.UNKNOWN);
    }

    /** Retention after the end of its day: by then no version can change it. */
    private long foldAtMs(Fact fact) {
        return (DeadStock.dayOf(fact.timeMicros()) + 1) * DAY_MS
                + plan.retention().toMillis();
    }
}
