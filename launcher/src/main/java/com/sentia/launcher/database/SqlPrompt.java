package com.sentia.launcher.database;

import com.sentia.launcher.status.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements and prints what they answer as tables. */
public final class SqlPrompt {
    /** Lists the tables and views, hypertables marked as such where the extension is present. */
    public static final String TABLES = """
            select c.relname as name,
                   case when c.relkind = 'v' then 'view'
                        when exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'ts_insert_blocker')
                        then 'hypertable' else 'table' end as kind,
                   coalesce(split_part(obj_description(c.oid), '.', 1), '') as holds
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'v', 'p') order by 1;
            """;

    private static final int MOST_ROWS = 1_000;
    private static final int WIDEST = 120;

    private final Connection connection;
    private final PrintWriter out;

    public SqlPrompt(Connection connection, PrintWriter out) {
        this.connection = connection;
        this.out = out;
    }

    /** Runs statements as they come, until there are no more; whether all were accepted. */
    public boolean runAll(BufferedReader in, boolean prompt) throws IOException {
        boolean accepted = true;
        StringBuilder statement = new StringBuilder();
        prompt(prompt, statement);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            statement.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                accepted = run(statement.toString()) && accepted;
                statement.setLength(0);
            }
            prompt(prompt, statement);
        }
        boolean restAccepted = statement.toString().isBlank() || run(statement.toString());
        return restAccepted && accepted;
    }

    private void prompt(boolean prompt, StringBuilder statement) {
        if (prompt) {
            out.print(statement.length() == 0 ? "sentia> " : "     -> ");
            out.flush();
        }
    }

    /** Runs one text of statements; whether it was accepted. */
    public boolean run(String text) {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS + 1);
            boolean rows = statement.execute(text);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    print(statement.getResultSet());
                } else {
                    out.println(statement.getUpdateCount() + " rows changed");
                }
                rows = statement.getMoreResults();
            }
            return true;
        } catch (SQLException e) {
            out.println("refused: " + e.getMessage());
            return false;
        } finally {
            out.flush();
        }
    }

    private void print(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> heads = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            heads.add(columns.getColumnLabel(column));
        }
        Table table = new Table(heads);
        int count = 0;
        while (rows.next() && count < MOST_ROWS) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                cells.add(cell(rows.getString(column)));
            }
            table.row(cells);
            count++;
        }
        out.print(table.text());
        out.println(count == MOST_ROWS ? "(the first " + count + " rows)" : "(" + count + " rows)");
    }

    private static String cell(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return "";
        }
        String line = value.replace('\n', ' ');
        return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
    }
}
