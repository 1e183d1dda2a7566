package com.sentia.jobs.kpi.recomputed;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
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
 * from them the rows every KPI must have. Amounts are whole numbers of millionths throughout.
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
     */
    public record Row(
            String kpi,
            String series,
            String window,
            long end,
            @Nullable String value,
            String components,
            long count,
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
                "create table arrival (seq bigint, entity varchar, updated bigint, rank bigint, fetched bigint, final_to bigint)");
        execute("create table arrival_fact (seq bigint, fact varchar, t bigint, " + columns + ")");
        execute("create table expected (kpi varchar, series varchar, time_window varchar, e bigint, value varchar,"
                + " components varchar, facts bigint)");
        execute("create table actual (kpi varchar, series varchar, time_window varchar, e bigint, value varchar,"
                + " components varchar, facts bigint, revision bigint)");
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
                actual.append((long) row.revision());
                actual.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows can't be loaded", e);
        }
    }

    /** Computes what every KPI must say of the facts that are true in the end. */
    public void compute() {
        SqlText.read("final-facts.sql").forEach(this::execute);
        catalogue.sets().stream().map(SetSql::new).forEach(this::compute);
    }

    private void compute(SetSql set) {
        execute(set.contributions());
        execute(set.windows());
        execute(set.memberMeasures());
        SqlText.read("deltas.sql").forEach(this::execute);
        execute(set.wide());
        for (Kpi kpi : set.kpis()) {
            execute(set.rows(kpi));
        }
    }

    public long expectedRows() {
        return number("select count(*) from expected");
    }

    /** KPIs without a single row. */
    public List<String> kpisWithoutRows() {
        List<String> with = lines("select distinct kpi from expected");
        return catalogue.kpis().stream()
                .map(Kpi::name)
                .filter(kpi -> !with.contains(kpi))
                .toList();
    }

    /** The first rows that are missing, one too many or wrong, said for people. */
    public List<String> differences() {
        return SqlText.read("differences.sql").stream()
                .flatMap(query -> lines(query).stream())
                .toList();
    }

    List<String> lines(String query) {
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
        return Long.parseLong(lines(query).get(0));
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
    public void close() throws SQLException {
        connection.close();
    }
}
