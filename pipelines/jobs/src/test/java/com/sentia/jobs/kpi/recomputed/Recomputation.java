package com.sentia.jobs.kpi.recomputed;

import static com.sentia.jobs.kpi.recomputed.MemoryDatabase.append;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.rate.RateVersion;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that holds every version of an entity in the order it came, finds the facts that are true in the end, and
 * from them the rows every KPI must have. Values are whole numbers of millionths throughout; amounts of 10⁻¹⁵, as an amount times a rate is one.
 */
public final class Recomputation implements AutoCloseable {
    private final MemoryDatabase database = new MemoryDatabase();
    private final ArrivalTables arrivals = new ArrivalTables(database);
    private final KpiCatalogue catalogue;

    /**
     * A version as it came.
     *
     * @param levelAt of something that stands at a level, the instant from which it stands so, microseconds
     * @param finalTo how far windows were final then, microseconds; {@link Long#MIN_VALUE} for not at all
     */
    public record Arrived(String entity, @Nullable Long levelAt, EntityFacts facts, long finalTo) {}

    /**
     * A row found in the end.
     *
     * @param series dimensions as {@code name=member}, by name
     * @param value in millionths; null for none
     * @param components in millionths, joined by commas
     * @param flags joined by commas
     */
    public record Row(
            String kpi,
            String series,
            String window,
            long end,
            @Nullable String value,
            String components,
            long count,
            String flags,
            int revision) {}

    /** A row of the restatement ledger; the delta in millionths. */
    public record LedgerRow(
            String kpi,
            String series,
            String window,
            String causeKey,
            String causeVersion,
            String causeKind,
            long firstEnd,
            long lastEnd,
            @Nullable String firstDelta) {}

    public Recomputation(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
        database.executeAll("tables.sql");
        database.executeAll("macros.sql");
    }

    /** What came, in its order. */
    public void arrived(List<Arrived> versions) {
        arrivals.add(versions);
    }

    /** Every version of a rate, in any order. */
    public void rates(Iterable<RateVersion> versions) {
        arrivals.add(versions);
    }

    /** What the job's table holds in the end. */
    public void found(Iterable<Row> rows) {
        database.load("actual", table -> {
            for (Row row : rows) {
                table.beginRow();
                appendValue(table, row);
                table.append(row.components());
                table.append(row.count());
                table.append(row.flags());
                table.append((long) row.revision());
                table.endRow();
            }
        });
    }

    /** A row's place and value, which its table has first. */
    private static void appendValue(DuckDBAppender table, Row row) throws SQLException {
        table.append(row.kpi());
        table.append(row.series());
        table.append(row.window());
        table.append(row.end());
        append(table, row.value());
    }

    /** What the job's ledger holds, each row as often as it was written. */
    public void foundInLedger(Iterable<LedgerRow> rows) {
        database.load("actual_ledger", table -> {
            for (LedgerRow row : rows) {
                table.beginRow();
                for (String text : List.of(
                        row.kpi(), row.series(), row.window(), row.causeKey(), row.causeVersion(), row.causeKind())) {
                    table.append(text);
                }
                table.append(row.firstEnd());
                table.append(row.lastEnd());
                append(table, row.firstDelta());
                table.endRow();
            }
        });
    }

    /** What rows said when their window became final. */
    public void foundAtFinality(Iterable<Row> rows) {
        database.load("at_finality", table -> {
            for (Row row : rows) {
                table.beginRow();
                appendValue(table, row);
                table.endRow();
            }
        });
    }

    /** Computes what every KPI must say of the facts that are true in the end. */
    public void compute() {
        database.executeAll("worth.sql");
        database.executeAll("final-facts.sql");
        database.execute(ArrivalTables.levelMoves());
        database.executeAll("final-facts-of-several.sql");
        database.executeAll("dead-stock.sql");
        database.executeAll("valued-facts.sql");
        catalogue.sets().stream().map(SetSql::new).forEach(this::compute);
    }

    private void compute(SetSql set) {
        set.tables().forEach(database::execute);
        database.executeAll("deltas.sql");
        if (set.isClocked()) {
            database.executeAll("means.sql");
        }
        database.execute(set.wide());
        for (Kpi kpi : set.kpis()) {
            database.execute(set.rows(kpi));
        }
    }

    /**
     * Computes which late version changed what, from the order in which versions came and how far windows were final then. All
     * rates must have been known before. Comes after {@link #compute}.
     */
    public void computeLedger() {
        database.executeAll("effects.sql");
        database.execute(ArrivalTables.levelMoves());
        database.executeAll("valued-facts.sql");
        database.executeAll("late.sql");
        for (SetSql set : catalogue.sets().stream().map(SetSql::new).toList()) {
            ChangeSql changes = new ChangeSql(set);
            set.tables().forEach(database::execute);
            database.executeAll("causes.sql");
            database.execute(changes.changing());
            database.execute(changes.parted());
            database.executeAll("before.sql");
            if (set.isClocked()) {
                database.executeAll("mean-changes.sql");
            }
            database.execute(changes.changes());
            set.kpis().forEach(kpi -> database.execute(changes.changed(kpi)));
        }
        database.executeAll("ledger.sql");
    }

    /** How many entries of the ledger are expected of which a condition in SQL holds. */
    public long expectedLedgerRows(String condition) {
        return database.number("select count(*) from expected_ledger where " + condition);
    }

    /**
     * The first differences of ledger and revisions, said for people. Checked are every entry of the ledger (kind, ends, delta
     * at the first end, none twice), and the revision of every row (the number of late versions that changed value or components there).
     */
    public List<String> ledgerDifferences() {
        return lines("ledger-differences.sql");
    }

    /**
     * The first deltas of the ledger that lead from nowhere to nowhere, said for people. An entry tells its delta at its first end alone, so where
     * every entry that covers an end begins there, each leads from the value the one before left, and all together from the
     * value at finality to the value now. Of every row, the revision is at least the number of entries that begin or end there, and at most
     * the number of those that cover it.
     */
    public List<String> deltasAstray() {
        database.executeAll("ledger-covered.sql");
        return lines("ledger-deltas.sql");
    }

    /** How many entries the ledger has of versions of rates of which a condition in SQL holds: {@code is_deleted}, {@code is_first}. */
    public long restatementsByRates(String condition) {
        return database.number("select count(*) from restating_rate where " + condition);
    }

    /** At how many ends {@link #deltasAstray} had all the deltas, one of a cause of this kind among them. */
    public long endsWithDeltasOf(String causeKind) {
        return database.number("select count(*) from told_whole where list_contains(kinds, '" + causeKind + "')");
    }

    /** How many rows are expected of which a condition in SQL holds. */
    public long expectedRows(String condition) {
        return database.number("select count(*) from expected where " + condition);
    }

    public List<String> kpisWithRows() {
        return database.lines("select distinct kpi from expected");
    }

    /** The first rows that are missing, one too many or wrong, said for people. */
    public List<String> differences() {
        return lines("differences.sql");
    }

    private List<String> lines(String file) {
        return SqlText.read(file).stream()
                .flatMap(query -> database.lines(query).stream())
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
