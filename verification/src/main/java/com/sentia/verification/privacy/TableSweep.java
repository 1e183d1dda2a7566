package com.sentia.verification.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks through every row of every table of a database, as text. */
public final class TableSweep {
    /**
     * Each with what of a row is text; bytes as text would be hexadecimal digits. Chunks of hypertables are read with their table;
     * the list of migrations is the owner's alone.
     */
    private static final String TABLES = """
            select quote_ident(tables.schemaname) || '.' || quote_ident(tables.tablename),
                   concat_ws(' || ', 'line::text', string_agg(
                       'coalesce(encode(line.' || quote_ident(columns.column_name) || ', ''escape''), '''')', ' || '
                       order by columns.column_name))
            from pg_tables tables
            left join information_schema.columns columns
                on columns.table_schema = tables.schemaname and columns.table_name = tables.tablename
                and columns.data_type = 'bytea'
            where tables.schemaname not in ('pg_catalog', 'information_schema')
              and tables.schemaname not like '\\_timescaledb%'
              and tables.tablename <> 'flyway_schema_history'
            group by tables.schemaname, tables.tablename
            order by 1
            """;

    private TableSweep() {}

    /** The name and the text of a row are put together by the database from its own catalogue, quoted. */
    private record Table(String name, String text) {}

    /**
     * Reads every table.
     *
     * @throws SQLException when the connection's user may not see one
     */
    public static Sweep of(Connection database) throws SQLException {
        Sweep all = new Sweep(0, List.of());
        for (Table table : tables(database)) {
            all = all.and(rows(database, table));
        }
        return all;
    }

    private static List<Table> tables(Connection database) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    private static Sweep rows(Connection database, Table table) throws SQLException {
        String query =
                "select count(*), count(*) filter (where (" + table.text() + ") ~ ?) from " + table.name() + " line";
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, PersonalMarks.pattern());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long found = row.getLong(2);
                return new Sweep(
                        row.getLong(1),
                        found == 0 ? List.of() : List.of("table " + table.name() + ": " + found + " rows"));
            }
        }
    }
}
