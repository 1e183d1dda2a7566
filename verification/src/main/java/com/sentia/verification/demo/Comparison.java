package com.sentia.verification.demo;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Sets what the pipeline wrote against what must have come out, and counts. */
final class Comparison {
    private Comparison() {}

    /** Compares the tables {@code expected} and {@code actual} of the workbench by a full outer join. */
    static Values values(Workbench workbench) {
        workbench.answer("comparison.sql");
        List<Difference> first = workbench.list(
                "first-differences.sql",
                row -> new Difference(
                        row.getString("kind"),
                        row.getString("kpi"),
                        row.getString("dimensions"),
                        row.getString("time_window"),
                        row.getString("window_end"),
                        row.getString("expected"),
                        row.getString("actual")));
        List<String> uncovered = workbench.list("uncovered.sql", row -> row.getString("uncovered"));
        return workbench
                .list(
                        "comparison-counts.sql",
                        row -> new Values(
                                row.getLong("values_expected"),
                                row.getLong("values_compared"),
                                row.getLong("values_not_final"),
                                row.getLong("wrong"),
                                row.getLong("missing"),
                                row.getLong("extra"),
                                first,
                                uncovered))
                .get(0);
    }

    /** Compares the lines of the file with those found in the canonical topics. */
    static Lines lines(Workbench workbench, List<Traces> canonical) {
        workbench.execute("create table canonical_line (line bigint)");
        workbench.execute("create table canonical_order (invoice varchar, discounts bigint)");
        append(workbench, canonical);
        return workbench
                .list(
                        "line-counts.sql",
                        row -> new Lines(
                                row.getLong("lines_in"),
                                row.getLong("lines_in_facts"),
                                row.getLong("lines_lost"),
                                row.getLong("lines_unknown"),
                                row.getLong("orders_with_other_discounts"),
                                row.getLong("orders"),
                                row.getLong("orders_in_file")))
                .get(0);
    }

    private static void append(Workbench workbench, List<Traces> canonical) {
        try (DuckDBAppender lines = workbench.connection().createAppender("main", "canonical_line");
                DuckDBAppender orders = workbench.connection().createAppender("main", "canonical_order")) {
            for (Traces traces : canonical) {
                for (long line : traces.lines()) {
                    lines.beginRow();
                    lines.append(line);
                    lines.endRow();
                }
                if (traces.orderId().isPresent()) {
                    orders.beginRow();
                    orders.append(traces.orderId().get());
                    orders.append((long) traces.discounts());
                    orders.endRow();
                }
            }
        } catch (SQLException e) {
            throw new CheckException("canonical lines can't be kept: " + e.getMessage(), e);
        }
    }

    /** One change point that is not as it must be. */
    record Difference(
            String kind,
            String kpi,
            String dimensions,
            String window,
            String windowEnd,
            String expected,
            String actual) {
        String line() {
            return "%s %s %s %s to %s: expected %s, found %s"
                    .formatted(kind, kpi, dimensions, window, windowEnd, expected, actual);
        }
    }

    /**
     * The outcome for the values.
     *
     * @param expected change points that must be there and be final
     * @param compared those of them that are there
     * @param notFinal change points that must come to be, but after the instant up to which all is final
     * @param uncovered combinations of KPI, dimension set and window without any value
     */
    record Values(
            long expected,
            long compared,
            long notFinal,
            long wrong,
            long missing,
            long extra,
            List<Difference> firstDifferences,
            List<String> uncovered) {}

    /**
     * The outcome for the lines.
     *
     * @param in lines of the file
     * @param inFacts lines that stand in the canonical topics
     * @param lost accepted lines that stand in no canonical record
     * @param unknown lines of canonical records that the file does not have or that are rejected
     * @param ordersWithOtherDiscounts orders whose number of discounts is not that of the file
     */
    record Lines(
            long in,
            long inFacts,
            long lost,
            long unknown,
            long ordersWithOtherDiscounts,
            long orders,
            long ordersInFile) {}
}
