package com.sentia.verification.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A CSV text recomputed in a workbench, with its tables as readable lines. */
final class Recomputed implements AutoCloseable {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private final Workbench workbench;

    private Recomputed(Workbench workbench) {
        this.workbench = workbench;
    }

    static Recomputed from(Path folder, String lines, int shiftWeeks) {
        return from(folder, lines, "", shiftWeeks);
    }

    /** Of two files, the second behind the first. */
    static Recomputed from(Path folder, String lines, String added, int shiftWeeks) {
        try {
            Path csv = Files.writeString(folder.resolve("input.csv"), HEADER + lines);
            Path further = Files.writeString(folder.resolve("added.csv"), AddedLines.NONE + added);
            Workbench workbench = Workbench.in(folder);
            ExpectedValues.compute(workbench, csv, further, shiftWeeks);
            return new Recomputed(workbench);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workbench workbench() {
        return workbench;
    }

    /** The columns of each row, joined by blanks. */
    List<String> rows(String sql) {
        try (Statement statement = workbench.connection().createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(results.getString(column)));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Change points as {@code kpi dimensions window end value [components] of count}, amounts in units. */
    List<String> changePoints(String condition) {
        return rows("""
                select kpi, dimensions, time_window, strftime(make_timestamp(window_end), '%Y-%m-%dT%H:%MZ'),
                       cast(value as decimal(38, 0)) * 0.000001,
                       cast([cast(c as decimal(38, 0)) * 0.000001
                             for c in [component_1, component_2, component_3] if c is not null] as varchar),
                       'of', fact_count
                from expected""" + " where " + condition + " order by expected.window_end, kpi, dimensions, time_window");
    }

    @Override
    public void close() {
        workbench.close();
    }
}
