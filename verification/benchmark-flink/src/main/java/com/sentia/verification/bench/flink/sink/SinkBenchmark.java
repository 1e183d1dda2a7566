package com.sentia.verification.bench.flink.sink;

import com.sentia.timescale.WriterGeneration;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.ProgramEnd;
import com.sentia.verification.bench.bare.BareRow;
import com.sentia.verification.bench.bare.BareTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The ways to write change points in turns, all into {@code kpi_value} itself, emptied before each: rows that are new, and, by
 * those who can, the same rows again with other values.
 */
final class SinkBenchmark implements ProgramEnd.Benchmark {
    private static final int FRESH = 0;
    private static final int AGAIN = 1;
    private static final int WARM_UP_PART = 10;

    private final SinkSettings settings;
    private final Findings findings;
    private final SinkFigures figures;

    SinkBenchmark(SinkSettings settings) {
        this.settings = settings;
        this.findings = new Findings(settings.isQuick(), settings.machine());
        this.figures = new SinkFigures(settings.rows());
    }

    @Override
    public Optional<Path> reportFile() {
        return settings.reportFile();
    }

    @Override
    public Findings run() throws Exception {
        findings.run()
                .put("rows", settings.rows())
                .put("rounds", settings.rounds())
                .put("batch_rows", BareTable.BATCH);
        try (Connection owner = settings.owner().connect();
                Connection writer = settings.writer().connect()) {
            BareTable table = new BareTable(owner, "kpi_value");
            System.out.println("warming up");
            round(table, writer, Math.max(1_000, settings.rows() / WARM_UP_PART), new SinkFigures(settings.rows()));
            for (int round = 1; round <= settings.rounds(); round++) {
                System.out.printf("round %d of %d%n", round, settings.rounds());
                round(table, writer, settings.rows(), figures);
            }
        }
        figures.tell(findings);
        return findings;
    }

    private void round(BareTable table, Connection writer, int rows, SinkFigures into) throws Exception {
        table.empty();
        long generation = WriterGeneration.take(writer, SinkRun.WRITER, 0, 1, null);
        ran(table, into, SinkWay.SINK, rows, FRESH, SinkRun.seconds(settings.writer(), rows, generation, FRESH));
        ran(table, into, SinkWay.SINK, rows, AGAIN, SinkRun.seconds(settings.writer(), rows, generation, AGAIN));

        List<BareRow> fresh = rows(rows, generation, FRESH);
        table.empty();
        ran(table, into, SinkWay.UNNEST, rows, FRESH, seconds(() -> table.insert(fresh)));
        List<BareRow> again = rows(rows, generation, AGAIN);
        ran(table, into, SinkWay.UNNEST, rows, AGAIN, seconds(() -> table.upsert(again)));
        table.empty();
        ran(table, into, SinkWay.COPY, rows, FRESH, seconds(() -> table.copy(fresh)));
    }

    private void ran(BareTable table, SinkFigures into, SinkWay way, int rows, int time, double seconds)
            throws SQLException {
        System.out.printf("%s%s: %.2f s%n", way, time == AGAIN ? ", again" : "", seconds);
        try (Statement statement = table.connection().createStatement();
                ResultSet found = statement.executeQuery("select count(*), sum(value) from kpi_value")) {
            found.next();
            BigDecimal expected = ChangePoints.sum(rows, time);
            if (found.getLong(1) != rows || expected.compareTo(found.getBigDecimal(2)) != 0) {
                findings.complain(way + " left " + found.getLong(1) + " rows that add up to " + found.getBigDecimal(2)
                        + ", expected " + rows + " that add up to " + expected);
            }
        }
        findings.equal(rows);
        into.ran(way, time == AGAIN, seconds);
    }

    private static List<BareRow> rows(int rows, long generation, int time) {
        return new ArrayList<>(LongStream.range(0, rows)
                .mapToObj(index -> ChangePoints.bare(index, generation, time))
                .toList());
    }

    /** Something that writes. */
    private interface Writing {
        void run() throws Exception;
    }

    private static double seconds(Writing writing) throws Exception {
        long begun = System.nanoTime();
        writing.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
