package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.database.Role;
import com.sentia.jobs.kpi.WrittenTable.Place;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.jobs.kpi.facts.CanonicalRates;
import com.sentia.jobs.kpi.recomputed.Recomputation;
import com.sentia.jobs.kpi.recomputed.Recomputation.Row;
import com.sentia.runtime.KafkaAddress;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingPostgres;
import com.sentia.timescale.BatchSettings;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.Migrate;
import com.sentia.timescale.TimescaleSinks;
import com.sentia.verification.facts.Arrival;
import com.sentia.verification.facts.Disorder;
import com.sentia.verification.facts.FactHistory;
import com.sentia.verification.facts.FactSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job is killed when its rows are flushed to a real database and no checkpoint holds them, and goes on from the checkpoint
 * before with batches of other sizes, its partitions interleaved in another way.
 */
class KpiCrashIT {
    private static final long SEED = 20_261_025;
    private static final int PARALLELISM = 2;
    private static final String ROWS = """
            select s.kpi,
                   coalesce((select string_agg(key || '=' || value, ',' order by key collate "C") from jsonb_each_text(s.dimensions)), ''),
                   s.time_window,
                   (extract(epoch from v.window_end) * 1000000)::bigint,
                   (v.value * 1000000)::numeric(60, 0)::text,
                   array_to_string(array(select (part * 1000000)::numeric(60, 0)
                                         from unnest(v.components) with ordinality as parts (part, place) order by place), ','),
                   v.fact_count, array_to_string(v.flags, ','), v.revision
            from kpi_value v
            join kpi_series s using (series_id)
            """;

    private final TestingPostgres postgres = TestingPostgres.shared();

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws SQLException {
        postgres.reset();
        Migrate.run(address(Role.SENTIA_OWNER), Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());
    }

    @Test
    void theRightValueWinsThoughALostRunHadWrittenMoreBeforeIt() throws Exception {
        FactHistory history = FactHistory.of(FactSettings.of(SEED, 20).withOrdersADay(12))
                .disordered(new Disorder(SEED, Duration.ofHours(2), 10, 15, Duration.ofDays(5)));
        ArrivalScript script = script(history);
        List<RateVersion> rates = RateScript.known(
                        history,
                        new CanonicalRates("GBP"),
                        FactSettings.of(SEED, 20).from(),
                        SEED)
                .versions();
        KpiSettings settings = settings();
        KpiJob.registerDefinitions(settings);
        StreamExecutionEnvironment environment = KpiRun.environment(PARALLELISM, folder.resolve("checkpoints"));
        ScriptedPartitions partitions = ScriptedPartitions.of(script, true);
        CollectingSink<KpiChange> topic = CollectingSink.create();
        KpiJob.define(
                partitions.read(environment),
                ScriptedRates.of(environment, rates),
                new KpiOutputs(
                        OtherBatchesAfterAFailure.into(settings.database()),
                        topic,
                        CollectingSink.create(),
                        CollectingSink.create(),
                        CollectingSink.create()),
                GenerationSource.of(settings.database(), settings.job()),
                settings.plan());
        environment.execute();

        assertThat(partitions.failures()).isEqualTo(script.partitions().size());
        assertThat(outnumbered(topic.written()))
                .as("rows whose last write has a lower number than one of a lost run")
                .isGreaterThan(10);
        try (Recomputation recomputation = new Recomputation(settings.catalogue())) {
            recomputation.rates(rates);
            recomputation.arrived(script.arrived());
            recomputation.found(rows());
            recomputation.compute();
            assertThat(recomputation.expectedRows("true")).isGreaterThan(10_000);
            assertThat(recomputation.differences()).isEmpty();
        }
    }

    /** How many rows a lost run had written under a greater number than the run whose row it is now. */
    private static long outnumbered(Collection<KpiChange> changes) {
        Map<Place, KpiChange> winners = new HashMap<>();
        for (KpiChange change : changes) {
            winners.merge(place(change), change, (a, b) -> a.generation() > b.generation() ? a : b);
        }
        return changes.stream()
                .filter(change -> {
                    KpiChange winner = winners.get(place(change));
                    return winner != null
                            && change.generation() < winner.generation()
                            && change.sequence() > winner.sequence();
                })
                .map(KpiCrashIT::place)
                .distinct()
                .count();
    }

    private static Place place(KpiChange change) {
        return new Place(change.kpi(), change.dimensions(), change.window(), change.windowEndMicros());
    }

    private static ArrivalScript script(FactHistory history) {
        List<Arrival> arrivals = history.arrivals().stream()
                .filter(arrival -> arrival.topic().equals(Topics.SALES_ORDER)
                        || arrival.topic().equals(Topics.SALES_REFUND))
                .toList();
        return ArrivalScript.of(arrivals, new CanonicalFacts("GBP", TestingPostgres.ZONE), 3, SEED);
    }

    /** With a feed that fills topics of sales, whose KPIs are all computed; the script has feeds of its own. */
    private KpiSettings settings() {
        return new KpiSettings(
                "kpi",
                new KafkaAddress("localhost:1", URI.create("http://localhost:1")),
                address(Role.SENTIA_WRITER),
                List.of("shopify/made/order"),
                TestingPostgres.ZONE,
                "GBP",
                SalesCatalogue.text(),
                List.of(),
                Duration.ofMillis(20),
                Duration.ofDays(400));
    }

    private DatabaseAddress address(Role role) {
        return new DatabaseAddress(postgres.url(), role.user(), postgres.password(role));
    }

    private List<Row> rows() throws SQLException {
        try (Connection connection = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ROWS)) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getLong(4),
                        found.getString(5),
                        found.getString(6),
                        found.getLong(7),
                        found.getString(8),
                        found.getInt(9)));
            }
            return rows;
        }
    }

    /** Small batches until the job has failed once, so that hardly anything waits when it fails; large ones after it. */
    private record OtherBatchesAfterAFailure(Sink<KpiWrite> small, Sink<KpiWrite> large) implements Sink<KpiWrite> {
        private static final BatchSettings SMALL = new BatchSettings(20, Duration.ofMillis(2), Duration.ofSeconds(30));

        static OtherBatchesAfterAFailure into(DatabaseAddress database) {
            return new OtherBatchesAfterAFailure(
                    TimescaleSinks.kpi(database, "kpi", SMALL, TimescaleSinks.failing()),
                    TimescaleSinks.kpi(database, "kpi", BatchSettings.DEFAULT, TimescaleSinks.failing()));
        }

        @Override
        public SinkWriter<KpiWrite> createWriter(WriterInitContext context) throws IOException {
            return (context.getTaskInfo().getAttemptNumber() == 0 ? small : large).createWriter(context);
        }
    }
}
