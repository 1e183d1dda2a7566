package com.sentia.verification.bench.flink;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.EntityChange;
import com.sentia.jobs.kpi.GenerationSource;
import com.sentia.jobs.kpi.KpiPlan;
import com.sentia.jobs.kpi.KpiSteps;
import com.sentia.jobs.kpi.RateVersionSerializer;
import com.sentia.runtime.Position;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.verification.bench.Contender;
import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.ValueLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * This engine: the very steps of the KPI job. Each order line is an entity of its own that never changes; ENGINE is told so,
 * ENGINE_VERSIONS is ready for changes. That open values are refreshed and behind-time lines restate is part of the price.
 */
final class EngineGraph {
    private static final Position NOWHERE = new Position("order-lines", 0, 0);
    private static final Duration OPEN_REFRESH = Duration.ofMillis(200);
    private static final Duration RETENTION = Duration.ofDays(400);

    private EngineGraph() {}

    static DataStream<ValueLine> of(DataStream<OrderLine> lines, ContenderSettings settings) {
        String window = settings.window().name();
        boolean hasSkus = settings.breakdown().hasSkus();
        KpiPlan plan = new KpiPlan("bench", () -> BenchmarkKpis.catalogue(window, hasSkus), OPEN_REFRESH, RETENTION);
        DataStream<EntityChange> changes =
                lines.map(EngineGraph::change).returns(TypeInformation.of(EntityChange.class));
        GenerationSource first = (subtask, parallelism, restored) -> 1;
        KpiSteps steps = settings.contender() == Contender.ENGINE
                ? KpiSteps.ofAppended(changes, noRates(lines.getExecutionEnvironment()), plan, first)
                : KpiSteps.ofVersions(changes, noRates(lines.getExecutionEnvironment()), plan, first);
        return steps.writes()
                .flatMap((KpiWrite write, Collector<ValueLine> out) -> values(write, window, out))
                .returns(TypeInformation.of(ValueLine.class));
    }

    /** Of a currency that no line is in. */
    private static DataStream<RateVersion> noRates(StreamExecutionEnvironment environment) {
        return environment.fromData(
                List.of(new RateVersion("EUR", 0, 1, "bench", new EntityVersion(0, 0, 0))), RateVersionSerializer.TYPE);
    }

    private static EntityChange change(OrderLine line) {
        Fact goods = fact(FactKind.GOODS, line)
                .with(Attribute.SKU, line.sku())
                .with(Figure.UNITS, line.units())
                .with(Figure.AMOUNT, line.amountMicros())
                .build();
        List<Fact> facts =
                line.isFirst() ? List.of(goods, fact(FactKind.ORDER, line).build()) : List.of(goods);
        return new EntityChange(
                "line/" + line.order() + "/" + line.line(),
                new EntityFacts(new EntityVersion(line.timeMicros(), 0, 0), facts),
                NOWHERE);
    }

    private static Fact.Builder fact(FactKind kind, OrderLine line) {
        return Fact.of(kind, line.timeMicros()).with(Attribute.SOURCE, "bench").with(Attribute.REGION, line.region());
    }

    private static void values(KpiWrite write, String window, Collector<ValueLine> out) {
        KpiChange change = write.change();
        if (change != null && change.window().equals(window)) {
            out.collect(new ValueLine(
                    change.kpi(),
                    change.dimensions().values().stream().findFirst().orElse(""),
                    change.windowEndMicros(),
                    value(change)));
        }
    }

    private static String value(KpiChange change) {
        if (change.delete()) {
            return ValueLine.TAKEN_BACK;
        }
        BigDecimal value = change.value();
        return value == null ? ValueLine.NOTHING : value.toPlainString();
    }
}
