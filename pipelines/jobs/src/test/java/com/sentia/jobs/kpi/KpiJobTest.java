package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.analytics.window.Batch;
import com.sentia.analytics.window.Batch.Cell;
import com.sentia.analytics.window.RandomHistory;
import com.sentia.jobs.kpi.WrittenTable.Starts;
import com.sentia.runtime.JobEnvironment;
import com.sentia.timescale.FactRow;
import com.sentia.timescale.FactWrite;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.WriterProgress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job on a cluster in this JVM: whatever happens on the way, the rows are the batch's. */
class KpiJobTest {
    private static final long START = Batch.micros(Instant.parse("2027-10-30T12:00:00Z"));
    private static final long SPAN = 2 * Batch.DAY;

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                    .setNumberTaskManagers(1)
                    .setNumberSlotsPerTaskManager(2)
                    .build());

    @ParameterizedTest(name = "parallelism {0}, {1}, failing {2}, seed {3}")
    @CsvSource({
        "1, hashmap, false, 11",
        "2, rocksdb, false, 12",
        "1, rocksdb, true, 13",
        "2, hashmap, true, 14",
    })
    void writesTheRowsOfTheBatch(int parallelism, String backend, boolean isFailing, long seed) throws Exception {
        List<CanonicalEvent> events = Script.events(new RandomHistory(seed, START, SPAN).events(120));
        CollectingSink<KpiWrite> writes = CollectingSink.create();
        CollectingSink<KpiChange> topic = CollectingSink.create();
        CollectingSink<KpiWrite> progress = CollectingSink.create();
        CollectingSink<FactWrite> currentFacts = CollectingSink.create();
        Starts starts = Starts.create();
        FailOnceFunction failure =
                isFailing ? new FailOnceFunction(events.size() / 2, events.size() * 3 / 4) : FailOnceFunction.never();
        StreamExecutionEnvironment environment = environment(parallelism, backend);
        KpiJob.define(
                source(environment, events, failure),
                ScriptedRates.none(environment),
                new KpiOutputs(writes, topic, progress, CollectingSink.create(), currentFacts),
                starts,
                Script.settings().plan());
        environment.execute();

        assertThat(failure.hasFailed()).isEqualTo(isFailing);
        WrittenTable table = WrittenTable.of(writes.written(), starts);
        List<Fact> told = Script.facts(events);
        List<Fact> facts = withFirstOrders(told);
        int compared = compare(table, facts, "total", List.of())
                + compare(table, facts, "source-region", List.of("shopify", "UK"))
                + compare(table, facts, "source-region", List.of("shopify", "EU"))
                + compare(table, facts, "sku", List.of("S0"))
                + compare(table, facts, "sku", List.of("S1"))
                + compare(table, facts, "commerce", List.of())
                + compare(table, facts, "commerce-region", List.of("shopify", "UK"))
                + compare(table, facts, "commerce-region", List.of("shopify", "EU"));
        assertThat(compared).isEqualTo(table.size());
        assertThat(topic.written()).hasSameSizeAs(changes(writes));
        assertThat(WrittenFacts.rows(currentFacts.written())).containsExactlyInAnyOrderElementsOf(described(told));
        assertThat(counters(writes)).containsEntry("versions_seen", versions(events));
    }

    /** The facts with each customer's first order as one more. */
    private static List<Fact> withFirstOrders(List<Fact> facts) {
        Comparator<Fact> earlier = Comparator.comparingLong(Fact::timeMicros)
                .thenComparing(fact -> String.valueOf(fact.text(Attribute.REGION)));
        Map<String, Fact> firsts = new HashMap<>();
        facts.stream()
                .filter(fact -> fact.kind() == FactKind.ORDER && fact.text(Attribute.CUSTOMER) != null)
                .forEach(order -> firsts.merge(
                        String.valueOf(order.text(Attribute.CUSTOMER)), order, BinaryOperator.minBy(earlier)));
        assertThat(firsts).isNotEmpty();
        Stream<Fact> first = firsts.values().stream()
                .map(order -> Fact.of(FactKind.NEW_CUSTOMER, order.timeMicros())
                        .with(Attribute.SOURCE, order.text(Attribute.SOURCE))
                        .with(Attribute.REGION, order.text(Attribute.REGION))
                        .build());
        return Stream.concat(facts.stream(), first).toList();
    }

    private static List<FactRow> described(List<Fact> facts) {
        Cause any = new Cause("any", new EntityVersion(0, 0, 0), CauseKind.LATE);
        return new DescribeFactsFunction(Script.settings().businessZone())
                .map(CurrentFacts.of(any, facts))
                .facts();
    }

    private static StreamExecutionEnvironment environment(int parallelism, String backend) {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, backend);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        StreamExecutionEnvironment environment = JobEnvironment.create(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }

    private static DataStream<CanonicalEvent> source(
            StreamExecutionEnvironment environment, List<CanonicalEvent> events, FailOnceFunction failure) {
        String script = Script.keep(events);
        TypeInformation<CanonicalEvent> type = TypeInformation.of(CanonicalEvent.class);
        DataGeneratorSource<CanonicalEvent> source = new DataGeneratorSource<>(
                index -> Script.kept(script).get(index.intValue()), events.size(), failure.holdingTheSource(), type);
        return environment
                .fromSource(source, KpiJob.watermarks(topic -> Set.of(Script.FEED)), "script", type)
                .setParallelism(1)
                .uid("script")
                .map(failure)
                .setParallelism(1)
                .returns(type)
                .uid("failure")
                .partitionCustom(Math::floorMod, KpiJobTest::entity);
    }

    /** As a topic does, keeps the versions of an entity in one partition and so in order, whenever they are read again. */
    private static Integer entity(CanonicalEvent event) {
        EntityChange change = event.change();
        return change == null ? 0 : change.key().hashCode();
    }

    private static int compare(WrittenTable table, List<Fact> all, String set, List<String> members) {
        int rows = 0;
        DimensionSet definition =
                SalesCatalogue.in(Script.settings().businessZone()).set(set);
        Map<String, String> dimensions = new HashMap<>();
        for (int d = 0; d < members.size(); d++) {
            dimensions.put(definition.dimensions().get(d).key(), members.get(d));
        }
        List<Fact> facts = Batch.of(all.stream(), set, members);
        for (Window window : definition.windows()) {
            for (Kpi kpi : definition.kpis()) {
                long to = window instanceof Window.Rolling rolling
                        ? START + SPAN + rolling.size() + Batch.DAY
                        : Long.MAX_VALUE;
                NavigableMap<Long, Cell> wanted = Batch.rows(
                        kpi.name(), window.name(), facts, Script.settings().businessZone(), to);
                Map<Long, List<Object>> expected = new TreeMap<>();
                wanted.forEach(
                        (end, cell) -> expected.put(end, content(cell.value(), cell.components(), cell.count())));
                Map<Long, List<Object>> seen = new TreeMap<>();
                table.rows(kpi.name(), dimensions, window.name())
                        .forEach((end, row) -> seen.put(end, content(row.value(), row.components(), row.factCount())));
                assertThat(seen)
                        .as("%s %s %s", members, kpi.name(), window.name())
                        .isEqualTo(expected);
                rows += seen.size();
            }
        }
        return rows;
    }

    private static List<Object> content(@Nullable BigDecimal value, List<BigDecimal> components, long count) {
        return List.of(value == null ? "none" : value, components, count);
    }

    private static List<KpiChange> changes(CollectingSink<KpiWrite> writes) {
        return writes.written().stream()
                .map(KpiWrite::change)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The counters last reported, over all subtasks. */
    private static Map<String, Long> counters(CollectingSink<KpiWrite> writes) {
        Map<Integer, WriterProgress> last = new HashMap<>();
        for (KpiWrite write : writes.written()) {
            WriterProgress progress = write.progress();
            if (progress != null) {
                last.put(progress.subtask(), progress);
            }
        }
        Map<String, Long> sums = new HashMap<>();
        last.values()
                .forEach(progress -> progress.counters().forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    private static long versions(List<CanonicalEvent> events) {
        return events.stream().filter(event -> event.change() != null).count();
    }
}
