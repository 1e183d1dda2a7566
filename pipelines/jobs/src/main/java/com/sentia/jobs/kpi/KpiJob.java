package com.sentia.jobs.kpi;

import com.sentia.jobs.deadletter.DeadLetterJob;
import com.sentia.jobs.deadletter.DeadLetterSettings;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.runtime.JobEnvironment;
import com.sentia.runtime.KafkaRecords;
import com.sentia.runtime.ProgressWatermarks;
import com.sentia.settings.Settings;
import com.sentia.timescale.BatchSettings;
import com.sentia.timescale.FactWrite;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiDefinition;
import com.sentia.timescale.KpiDefinitions;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.TimescaleSinks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Computes the KPIs of one deployment, and copies dead letters into their table: {@code --settings FILE}. Several
 * deployments run side by side: each under a name of its own, each publishing versions of KPIs of its own.
 */
public final class KpiJob {
    private KpiJob() {}

    public static void main(String[] arguments) throws Exception {
        KpiSettings settings = KpiSettings.from(Settings.fromArguments(arguments));
        StreamExecutionEnvironment environment = JobEnvironment.create();
        prepare(environment, settings);
        environment.execute(settings.job());
    }

    /** The job as it runs in production, ready to be executed; its KPIs are in the database's catalogue. */
    static void prepare(StreamExecutionEnvironment environment, KpiSettings settings) throws SQLException {
        registerDefinitions(settings);
        build(environment, settings);
    }

    /**
     * The whole graph. Dead letters are copied beside the KPIs: a region of its own, which fails and restarts alone, in slots
     * that are there anyway. Every deployment copies them, so that they are copied whichever ends; a row is written once.
     */
    static void build(StreamExecutionEnvironment environment, KpiSettings settings) {
        GenerationSource generations = GenerationSource.of(settings.database(), settings.job());
        RateSteps rates = RateSteps.read(environment, settings);
        define(read(environment, settings), rates, KpiOutputs.of(settings), generations, settings.plan());
        rates.write(settings.businessCurrency(), TimescaleSinks.rates(settings.database(), BatchSettings.DEFAULT));
        DeadLetterJob.define(environment, new DeadLetterSettings(settings.kafka(), settings.database()));
    }

    /** Makes the job's KPIs known to the database. */
    static void registerDefinitions(KpiSettings settings) throws SQLException {
        List<KpiDefinition> definitions = RegisteredKpis.of(settings.catalogue());
        try (Connection connection = settings.database().connect("sentia-" + settings.job())) {
            KpiDefinitions.register(connection, settings.job(), definitions);
            if (settings.isFirst()) {
                KpiDefinitions.activateFirst(connection, definitions);
            }
        }
    }

    private static DataStream<CanonicalEvent> read(StreamExecutionEnvironment environment, KpiSettings settings) {
        TypeInformation<CanonicalEvent> type = TypeInformation.of(CanonicalEvent.class);
        FactReader reader = new FactReader(new CanonicalFacts(settings.businessCurrency(), settings.businessZone()));
        CountedFeeds feeds = settings.countedFeeds();
        return environment
                .fromSource(
                        KafkaRecords.source(settings.kafka(), feeds.topics(), "sentia-" + settings.job(), reader, type),
                        watermarks(feeds),
                        "kpi.read-sales",
                        type)
                // Called so when sales were all that was read; savepoints know it by this.
                .uid("kpi.read-sales");
    }

    static WatermarkStrategy<CanonicalEvent> watermarks(ProgressWatermarks.DeclaredFeeds feeds) {
        return WatermarkStrategy.forGenerator(
                context -> new ProgressWatermarks<>(feeds, new CanonicalEvent.WatermarkAccess()));
    }

    /** The KPIs between their source and their sinks. */
    static void define(
            DataStream<CanonicalEvent> events,
            RateSteps rates,
            KpiOutputs outputs,
            GenerationSource generations,
            KpiPlan plan) {
        SingleOutputStreamOperator<EntityChange> changes = events.process(new SortOutFunction())
                .returns(EntityChange.class)
                .uid("kpi.sort-out")
                .name("kpi.sort-out");
        KpiSteps steps = KpiSteps.ofVersions(changes, rates.versions(), plan, generations);
        steps.writes().sinkTo(outputs.writes()).uid("kpi.write-values").name("kpi.write-values");
        steps.writes()
                .flatMap(new PickChangesFunction())
                .returns(KpiChange.class)
                .uid("kpi.pick-changes")
                .name("kpi.pick-changes")
                .sinkTo(outputs.topic())
                .uid("kpi.write-topic")
                .name("kpi.write-topic");
        writeFacts(steps.currentFacts(), plan.kpis().zone(), outputs);
        changes.getSideOutput(SortOutFunction.PROGRESS)
                .global()
                .transform(
                        "kpi.confirm-progress",
                        TypeInformation.of(KpiWrite.class),
                        new ConfirmProgressOperator(CountedFeeds::partitionsOf))
                .setParallelism(1)
                .uid("kpi.confirm-progress")
                .sinkTo(outputs.sourceProgress())
                .setParallelism(1)
                .uid("kpi.write-progress")
                .name("kpi.write-progress");
        changes.getSideOutput(SortOutFunction.REJECTED)
                .union(steps.beyondRetention(), rates.rejected())
                .sinkTo(outputs.rejected())
                .uid("kpi.write-rejected")
                .name("kpi.write-rejected");
    }

    /**
     * Beside the values, in a task of its own: a flush must not keep versions waiting. Every deployment writes all facts, so that
     * they are written whichever ends; what another has written is the same and is left.
     */
    private static void writeFacts(DataStream<CurrentFacts> facts, ZoneId zone, KpiOutputs outputs) {
        facts.map(new DescribeFactsFunction(zone))
                .returns(FactWrite.class)
                .startNewChain()
                .uid("kpi.describe-facts")
                .name("kpi.describe-facts")
                .sinkTo(outputs.facts())
                .uid("kpi.write-facts")
                .name("kpi.write-facts");
    }
}
