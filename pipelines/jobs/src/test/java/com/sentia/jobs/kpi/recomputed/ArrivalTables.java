package com.sentia.jobs.kpi.recomputed;

import static com.sentia.jobs.kpi.recomputed.MemoryDatabase.append;

import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Figure;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.recomputed.Recomputation.Arrived;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;

/** The tables of what came: versions of entities in their order, the facts each stands for, rates. */
final class ArrivalTables {
    private final MemoryDatabase database;
    private long arrivals;

    ArrivalTables(MemoryDatabase database) {
        this.database = database;
        database.execute(
                "create table arrival (seq bigint, entity varchar, level_at bigint, updated bigint, rank bigint,"
                        + " fetched bigint, live boolean, final_to bigint)");
        database.execute("create table arrival_fact (seq bigint, fact varchar, t bigint, native varchar, "
                + attributes().map(name -> name + " varchar, ").collect(Collectors.joining())
                + figures().map(name -> name + " bigint").collect(Collectors.joining(", ")) + ")");
        database.execute("create table rate_arrival (currency varchar, day bigint, nanos bigint, unit varchar,"
                + " updated bigint, rank bigint, fetched bigint)");
    }

    static Stream<String> attributes() {
        return Arrays.stream(Attribute.values()).map(Attribute::key);
    }

    static Stream<String> figures() {
        return Arrays.stream(Figure.values()).map(Figure::key);
    }

    void add(List<Arrived> versions) {
        long first = arrivals + 1;
        database.load("arrival", table -> {
            for (Arrived version : versions) {
                append(table, version);
            }
        });
        database.load("arrival_fact", table -> {
            long seq = first;
            for (Arrived version : versions) {
                for (Fact fact : version.facts().facts()) {
                    append(table, seq, fact);
                }
                seq++;
            }
        });
    }

    private void append(DuckDBAppender table, Arrived version) throws SQLException {
        EntityVersion number = version.facts().version();
        Long levelAt = version.levelAt();
        table.beginRow();
        table.append(++arrivals);
        table.append(version.entity());
        if (levelAt == null) {
            table.appendNull();
        } else {
            table.append((long) levelAt);
        }
        table.append(number.updatedAtMicros());
        table.append((long) number.feedRank());
        table.append(number.fetchedAtMicros());
        table.append(version.facts().isLive());
        table.append(version.finalTo());
        table.endRow();
    }

    private static void append(DuckDBAppender table, long seq, Fact fact) throws SQLException {
        table.beginRow();
        table.append(seq);
        table.append(fact.kind().key());
        table.append(fact.timeMicros());
        MemoryDatabase.append(table, fact.currency());
        for (Attribute attribute : Attribute.values()) {
            MemoryDatabase.append(table, fact.kind().attributes().contains(attribute) ? fact.text(attribute) : null);
        }
        for (Figure figure : Figure.values()) {
            table.append(fact.kind().figures().contains(figure) ? fact.figure(figure) : 0L);
        }
        table.endRow();
    }

    void add(Iterable<RateVersion> versions) {
        database.load("rate_arrival", table -> {
            for (RateVersion rate : versions) {
                table.beginRow();
                table.append(rate.currency());
                table.append(rate.day());
                table.append(rate.nanos());
                table.append(rate.unit());
                table.append(rate.version().updatedAtMicros());
                table.append((long) rate.version().feedRank());
                table.append(rate.version().fetchedAtMicros());
                table.endRow();
            }
        });
    }

    /**
     * Adds to {@code unvalued_fact} by how much what stands moves, from {@code level_part}: what is told at an instant and, less than nothing,
     * what was told before it. Of what is alike but for its figures it is one move, and none where it comes to nothing.
     */
    static String levelMoves() {
        String attributes = attributes().collect(Collectors.joining(", "));
        String sums = figures()
                .map(name -> "sum(part.sign * %1$s)::bigint as %1$s".formatted(name))
                .collect(Collectors.joining(", "));
        String isMoved = figures()
                .map(name -> "sum(part.sign * %s) <> 0".formatted(name))
                .collect(Collectors.joining(" or "));
        return "insert into unvalued_fact by name"
                + " select version as seq, sum(list) as sign, * exclude (version, list) from ("
                + "select version, list, fact, part.t as t, native, " + attributes + ", " + sums
                + " from level_part as part join arrival_fact on arrival_fact.seq = part.told"
                + " group by version, list, fact, part.t, native, " + attributes + " having " + isMoved
                + ") group by all having sum(list) <> 0";
    }
}
