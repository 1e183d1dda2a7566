package com.sentia.timescale;

import com.sentia.timescale.SeriesIds.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One flush of a KPI job's writer: under its fence, rows first, then how far it has come, then the sweep of what a lost run
 * left, all in one transaction. So {@code final_to} never speaks of rows that aren't there.
 */
final class KpiBatch implements BatchWriter<KpiWrite> {
    private static final UpsertStatement<SourceProgressRow> SOURCES = new UpsertStatement<>(
            "sql/upsert-source-progress.sql",
            row -> List.of(row.vendor(), row.unit(), row.entity()),
            List.of(
                    Column.text(SourceProgressRow::vendor),
                    Column.text(SourceProgressRow::unit),
                    Column.text(SourceProgressRow::entity),
                    Column.bigint(SourceProgressRow::completeToMicros),
                    Column.bigint(SourceProgressRow::atMicros)));

    private final String job;
    private final int subtask;
    private final SeriesIds series = new SeriesIds();
    private final LeftoverSweep sweep;
    private @Nullable Long generation;

    KpiBatch(String job, int subtask) {
        this.job = job;
        this.subtask = subtask;
        this.sweep = new LeftoverSweep(job);
    }

    @Override
    public void prepare(Connection connection, List<KpiWrite> batch) throws SQLException {
        Set<Series> used = new LinkedHashSet<>();
        for (KpiWrite write : batch) {
            if (write.change() != null) {
                used.add(Series.of(write.change()));
            }
            if (write.restatement() != null) {
                used.add(Series.of(write.restatement()));
            }
        }
        series.resolve(connection, used);
    }

    @Override
    public void write(Connection connection, List<KpiWrite> batch) throws SQLException {
        sweep.begin();
        List<ChangeRow> changes = parts(batch, KpiWrite::change).stream()
                .map(change -> new ChangeRow(series.of(Series.of(change)), change))
                .toList();
        List<WriterProgress> reports = parts(batch, KpiWrite::progress);
        Long own = generationOf(changes, reports);
        if (own != null) {
            Fence.hold(connection, job, subtask, own, !reports.isEmpty() && sweep.isPending(own));
        }
        ChangeRows.write(connection, changes);
        RestatementRows.write(connection, series, parts(batch, KpiWrite::restatement));
        SOURCES.write(connection, parts(batch, KpiWrite::source));
        if (!reports.isEmpty()) {
            report(connection, reports.get(reports.size() - 1));
        }
    }

    @Override
    public void committed() {
        sweep.committed();
    }

    private void report(Connection connection, WriterProgress progress) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text("sql/write-progress.sql"))) {
            if (progress.finalToMicros() == null) {
                statement.setNull(1, Types.BIGINT);
            } else {
                statement.setLong(1, progress.finalToMicros());
            }
            statement.setString(2, Json.numbers(progress.counters()));
            statement.setString(3, job);
            statement.setInt(4, subtask);
            statement.setLong(5, progress.generation());
            statement.executeUpdate();
        }
        if (sweep.isPending(progress.generation())) {
            sweep.run(connection);
        }
    }

    /** The one generation the elements speak of; the last known for a batch that names none. */
    private @Nullable Long generationOf(List<ChangeRow> changes, List<WriterProgress> reports) {
        Set<Long> named = new LinkedHashSet<>();
        changes.forEach(row -> named.add(row.change().generation()));
        for (WriterProgress progress : reports) {
            if (!progress.job().equals(job) || progress.subtask() != subtask) {
                throw new IllegalStateException("progress of " + progress.job() + "/" + progress.subtask()
                        + " reached the sink of " + job + "/" + subtask + ": chain it one to one");
            }
            named.add(progress.generation());
        }
        if (named.size() > 1) {
            throw new IllegalStateException("one start of a writer has one generation, not " + named);
        }
        named.forEach(one -> generation = one);
        return generation;
    }

    private static <P> List<P> parts(List<KpiWrite> batch, Function<KpiWrite, @Nullable P> part) {
        List<P> found = new ArrayList<>();
        for (KpiWrite write : batch) {
            P present = part.apply(write);
            if (present != null) {
                found.add(present);
            }
        }
        return found;
    }
}
