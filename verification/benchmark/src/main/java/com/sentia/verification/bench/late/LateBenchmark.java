package com.sentia.verification.bench.late;

import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.topics.Topics;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.ProgramEnd;
import com.sentia.verification.bench.bare.BareRow;
import com.sentia.verification.bench.bare.BareTable;
import com.sentia.verification.bench.stack.TopicWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Loads a history through the real KPI job, lets late lines come all at once, and times until the tables are right again. What is
 * right is recomputed in SQL from all lines.
 */
final class LateBenchmark implements ProgramEnd.Benchmark {
    private static final Duration LATE_PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MS = 50;

    private final LateSettings settings;
    private final Clock clock;
    private final Findings findings;
    private final Sales sales;

    LateBenchmark(LateSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.findings =
                new Findings(settings.stack().isQuick(), settings.stack().machine());
        this.sales = new Sales(settings);
    }

    @Override
    public Optional<Path> reportFile() {
        return settings.stack().reportFile();
    }

    @Override
    public Findings run() throws IOException, SQLException, InterruptedException {
        findings.run()
                .put("lines", settings.lines())
                .put("days", settings.days())
                .put("late_lines", settings.lateLines())
                .put("seed", settings.seed());
        try (Connection connection = settings.stack().owner().connect();
                TopicWriter writer = new TopicWriter(settings.stack(), 20)) {
            KpiTables tables = new KpiTables(connection);
            Loading loading = new Loading(sales, writer, tables, clock, settings.patience());
            double loadSeconds = load(loading);
            System.out.println("copying the tables, recomputing");
            tables.copy();
            LateFigures figures = new LateFigures(settings, loadSeconds);
            NavigableMap<Long, BigDecimal> expected = recompute(connection, figures);
            come(tables, loading, writer, expected, figures);
            compare(tables, new Recomputation(connection, sales.end()));
            System.out.println("writing the same rows in bulk");
            bulk(tables, figures);
            figures.tell(findings);
        }
        return findings;
    }

    private double load(Loading loading) throws IOException, SQLException, InterruptedException {
        long begun = System.nanoTime();
        try (FactTable facts = new FactTable(settings.stack().owner().connect())) {
            loading.send(facts);
            for (int index = 0; index < settings.lateLines(); index++) {
                facts.add(sales.late(index));
            }
            facts.complete();
        }
        System.out.printf("%,d lines are on the topic%n", settings.lines());
        loading.awaitFinal(sales.end().minusMillis(1));
        return seconds(begun);
    }

    /** The late lines are among the facts already, so that nothing is computed while the job is timed. */
    private NavigableMap<Long, BigDecimal> recompute(Connection connection, LateFigures figures) throws SQLException {
        long begun = System.nanoTime();
        NavigableMap<Long, BigDecimal> expected = new Recomputation(connection, sales.end()).values(Series.FIRST);
        figures.recomputed(seconds(begun));
        return expected;
    }

    private void come(
            KpiTables tables,
            Loading loading,
            TopicWriter writer,
            NavigableMap<Long, BigDecimal> expected,
            LateFigures figures)
            throws IOException, SQLException, InterruptedException {
        Instant marker = sales.end().plusSeconds(1);
        send(writer, sales.late(0));
        writer.flush();
        // Acknowledged, so it can be read.
        long begun = System.nanoTime();
        for (int index = 1; index < settings.lateLines(); index++) {
            send(writer, sales.late(index));
        }
        loading.progress(marker);
        writer.flush();
        figures.sent(seconds(begun));
        boolean isFirstRight = false;
        while (true) {
            // Asked before the values: what it covers is in them.
            boolean isAllWritten = tables.finalTo()
                    .filter(to -> !to.isBefore(marker.minusMillis(1)))
                    .isPresent();
            if (isAllWritten) {
                figures.allCorrected(seconds(begun));
            }
            if (!isFirstRight) {
                Optional<String> difference = Agreement.difference(expected, tables.values(Series.FIRST));
                if (difference.isEmpty()) {
                    isFirstRight = true;
                    figures.firstCorrected(seconds(begun));
                    System.out.println("net sales in total are right");
                } else if (isAllWritten) {
                    findings.complain("all is written and differs: " + Series.FIRST + ": " + difference.get());
                    return;
                }
            }
            if (isAllWritten) {
                return;
            }
            if (seconds(begun) > LATE_PATIENCE.toSeconds()) {
                throw new IOException("the late lines are not all in the tables after " + LATE_PATIENCE);
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private static void send(TopicWriter writer, SalesOrder order) {
        writer.send(Topics.SALES_ORDER, Sales.key(order), order);
    }

    private void compare(KpiTables tables, Recomputation recomputation) throws SQLException {
        for (Series series : Series.compared()) {
            NavigableMap<Long, BigDecimal> expected = recomputation.values(series);
            Optional<String> difference = Agreement.difference(expected, tables.values(series));
            if (difference.isPresent()) {
                findings.complain(series + ": " + difference.get());
            } else {
                findings.equal(expected.size());
            }
        }
    }

    private void bulk(KpiTables tables, LateFigures figures) throws SQLException {
        BareTable table = new BareTable(tables.connection(), KpiTables.COPY);
        List<BareRow> first = tables.correctedFirst();
        figures.firstRows(first.size());
        long begun = System.nanoTime();
        table.upsert(first);
        figures.firstBulk(seconds(begun));
        List<BareRow> all = tables.corrected();
        figures.allRows(all.size(), tables.count("kpi_value_history"), tables.count("kpi_restatement"));
        long begunAll = System.nanoTime();
        table.upsert(all);
        figures.allBulk(seconds(begunAll));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
