package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.rate.RateVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that holds every version of an entity in the order it came, finds the facts that are true in the end, and
 * from them the rows every KPI must have. Values are whole numbers of millionths throughout; amounts of 10⁻¹⁵, as an amount times a rate is one.
 */
public final class Recomputation implements AutoCloseable {
    private final DuckDBConnection connection;
    private final KpiCatalogue catalogue;
    private long arrivals;

    /**
     * A version as it came.
     *
     * @param finalTo how far windows were final then, microseconds; {@link Long#MIN_VALUE} for not at all
     */
    public record Arrived(String entity, EntityFacts facts, long finalTo) {}

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

    public Recomputation(KpiCatalogue catalogue) {
        this.catalogue = catalogue;
        try {
            Connection opened = DriverManager.getConnection("jdbc:duckdb:");
            connection = opened.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB can't be started", e);
        }
        execute("set memory_limit = '1GB'");
        execute("set threads = 2");
        execute("set autoinstall_known_extensions = false");
        execute("set autoload_known_extensions = false");
        execute("set timezone = 'UTC'");
        String columns = columns(" varchar", " bigint");
        execute(
                "create table arrival (seq bigint, entity varchar, updated bigint, rank bigint, fetched bigint, live boolean, final_to bigint)");
        execute("create table arrival_fact (seq bigint, fact varchar, t bigint, native varchar, " + columns + ")");
        execute(
                "create table rate_arrival (currency varchar, day bigint, nanos bigint, unit varchar, updated bigint, rank bigint, fetched bigint)");
        execute("create table expected (kpi varchar, series varchar, time_window varchar, e bigint, value varchar,"
                + " components varchar, facts bigint, flags varchar)");
        execute("create table actual (kpi varchar, series varchar, time_window varchar, e bigint, value varchar,"
                + " components varchar, facts bigint, flags varchar, revision bigint)");
        String ledger = "(kpi varchar, series varchar, time_window varchar, cause_key varchar, cause_version varchar,"
                + " cause_kind varchar, first_end bigint, last_end bigint, first_delta varchar)";
        execute("create table expected_ledger " + ledger);
        execute("create table actual_ledger " + ledger);
        execute("create table at_finality (kpi varchar, series varchar, time_window varchar, e bigint, value varchar)");
        execute("create table changed (kpi varchar, series varchar, time_window varchar, from_end bigint, until bigint,"
                + " seq bigint, delta varchar)");
        SqlText.read("macros.sql").forEach(this::execute);
    }

    /** What came, in its order. */
    public void arrived(List<Arrived> versions) {
        try (DuckDBAppender arrival = connection.createAppender("main", "arrival");
                DuckDBAppender facts = connection.createAppender("main", "arrival_fact")) {
            for (Arrived version : versions) {
                long seq = ++arrivals;
                EntityVersion number = version.facts().version();
                arrival.beginRow();
                arrival.append(seq);
                arrival.append(version.entity());
                arrival.append(number.updatedAtMicros());
                arrival.append((long) number.feedRank());
                arrival.append(number.fetchedAtMicros());
                arrival.append(version.facts().isLive());
                arrival.append(version.finalTo());
                arrival.endRow();
                for (Fact fact : version.facts().facts()) {
                    append(facts, seq, fact);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("arrivals can't be loaded", e);
        }
    }

    private static void append(DuckDBAppender facts, long seq, Fact fact) throws SQLException {
        facts.beginRow();
        facts.append(seq);
        facts.append(fact.kind().key());
        facts.append(fact.timeMicros());
        append(facts, fact.currency());
        for (Attribute attribute : Attribute.values()) {
            append(facts, fact.kind().attributes().contains(attribute) ? fact.text(attribute) : null);
        }
        for (Figure figure : Figure.values()) {
            facts.append(fact.kind().figures().contains(figure) ? fact.figure(figure) : 0L);
        }
        facts.endRow();
    }

    private static void append(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    /** Every version of a rate, in any order. */
    public void rates(Iterable<RateVersion> versions) {
        try (DuckDBAppender rates = connection.createAppender("main", "rate_arrival")) {
            for (RateVersion rate : versions) {
                rates.beginRow();
                rates.append(rate.currency());
                rates.append(rate.day());
                rates.append(rate.nanos());
                rates.append(rate.unit());
                rates.append(rate.version().updatedAtMicros());
                rates.append((long) rate.version().feedRank());
                rates.append(rate.version().fetchedAtMicros());
                rates.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rates can't be loaded", e);
        }
    }

    /** What the job's table holds in the end. */
    public void found(Iterable<Row> rows) {
        try (DuckDBAppender actual = connection.createAppender("main", "actual")) {
            for (Row row : rows) {
                actual.beginRow();
                actual.append(row.kpi());
                actual.append(row.series());
                actual.append(row.window());
                actual.append(row.end());
                append(actual, row.value());
                actual.append(row.components());
                actual.append(row.count());
                actual.append(row.flags());
                actual.append((long) row.revision());
                actual.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows can't be loaded", e);
        }
    }

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

    /** What the job's ledger holds, each row as often as it was written. */
    public void foundInLedger(Iterable<LedgerRow> rows) {
        try (DuckDBAppender actual = connection.createAppender("main", "actual_ledger")) {
            for (LedgerRow row : rows) {
                actual.beginRow();
                for (String text : List.of(
                        row.kpi(), row.series(), row.window(), row.causeKey(), row.causeVersion(), row.causeKind())) {
                    actual.append(text);
                }
                actual.append(row.firstEnd());
                actual.append(row.lastEnd());
                append(actual, row.firstDelta());
                actual.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger can't be loaded", e);
        }
    }

    /** What rows said when their window became final. */
    public void foundAtFinality(Iterable<Row> rows) {
        try (DuckDBAppender values = connection.createAppender("main", "at_finality")) {
            for (Row row : rows) {
                values.beginRow();
                values.append(row.kpi());
                values.append(row.series());
                values.append(row.window());
                values.append(row.end());
                append(values, row.value());
                values.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("values at finality can't be loaded", e);
        }
    }

    /**
     * Computes which late version changed what, from the order in which versions came and how far windows were final then. All
     * rates must have been known before. Comes after {@link #compute}.
     */
    public void computeLedger() {
        SqlText.read("effects.sql").forEach(this::execute);
        for (SetSql set : catalogue.sets().stream().map(SetSql::new).toList()) {
            execute(set.contributions());
            execute(set.windows());
            execute(set.memberMeasures());
            execute(set.rolledMeasures());
            SqlText.read("causes.sql").forEach(this::execute);
            execute(set.changing());
            execute(set.parted());
            SqlText.read("before.sql").forEach(this::execute);
            execute(set.changes());
            set.kpis().forEach(kpi -> execute(set.changed(kpi)));
        }
        SqlText.read("ledger.sql").forEach(this::execute);
    }

    public long expectedLedgerRows() {
        return expectedLedgerRows("true");
    }

    /** How many entries are expected of which a condition in SQL holds. */
    public long expectedLedgerRows(String condition) {
        return number("select count(*) from expected_ledger where " + condition);
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
     * value at finality to the value now.
     */
    public List<String> deltasAstray() {
        return lines("ledger-deltas.sql");
    }

    /** Computes what every KPI must say of the facts that are true in the end. */
    public void compute() {
        SqlText.read("worth.sql").forEach(this::execute);
        SqlText.read("final-facts.sql").forEach(this::execute);
        catalogue.sets().stream().map(SetSql::new).forEach(this::compute);
    }

    private void compute(SetSql set) {
        execute(set.contributions());
        execute(set.windows());
        execute(set.memberMeasures());
        execute(set.rolledMeasures());
        SqlText.read("deltas.sql").forEach(this::execute);
        execute(set.wide());
        for (Kpi kpi : set.kpis()) {
            execute(set.rows(kpi));
        }
    }

    /** How many rows are expected of which a condition in SQL holds. */
    public long expectedRows(String condition) {
        return number("select count(*) from expected where " + condition);
    }

    public List<String> kpisWithRows() {
        return answer("select distinct kpi from expected");
    }

    /** The first rows that are missing, one too many or wrong, said for people. */
    public List<String> differences() {
        return lines("differences.sql");
    }

    private List<String> lines(String file) {
        return SqlText.read(file).stream()
                .flatMap(query -> answer(query).stream())
                .toList();
    }

    private List<String> answer(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    fields.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join(" ", fields));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage() + "\n" + query, e);
        }
    }

    private long number(String query) {
        return Long.parseLong(answer(query).get(0));
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage() + "\n" + sql, e);
        }
    }

    private static String columns(String text, String number) {
        return java.util.stream.Stream.concat(
                        Arrays.stream(Attribute.values()).map(attribute -> attribute.key() + text),
                        Arrays.stream(Figure.values()).map(figure -> figure.key() + number))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB can't be closed", e);
        }
    }
}
