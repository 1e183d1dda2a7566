package com.sentia.launcher.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks for a person through every table, and takes one out of dead letters; facts lose their persons by their next version. */
public final class TableSearch {
    private static final String TABLES = """
            select quote_ident(tables.schemaname) || '.' || quote_ident(tables.tablename)
            from pg_tables tables
            where tables.schemaname = 'public' and tables.tablename <> 'flyway_schema_history'
            order by 1
            """;
    private static final String DEAD_LETTERS = "public.dead_letter";
    private static final String IN_DEAD_LETTER =
            "(position(convert_to(?, 'UTF8') in coalesce(value, ''::bytea)) > 0 or position(convert_to(?, 'UTF8') in coalesce(key, ''::bytea)) > 0)";
    private static final String CLEAR =
            "update dead_letter set key = null, value = null, detail = 'the person it was about was forgotten' where "
                    + IN_DEAD_LETTER;

    private final Connection connection;

    public TableSearch(Connection connection) {
        this.connection = connection;
    }

    /** The tables in which the person is. */
    public List<Place> find(Subject subject) throws SQLException {
        List<Place> places = new ArrayList<>();
        for (String table : tables()) {
            long rows = table.equals(DEAD_LETTERS)
                    ? count("select count(*) from dead_letter where " + IN_DEAD_LETTER, subject)
                    : count("select count(*) from " + table + " line where line::text like '%' || ? || '%'", subject);
            if (rows > 0) {
                places.add(new Place("table " + table.substring(table.indexOf('.') + 1), rows, 0));
            }
        }
        return places;
    }

    /** Takes the person out of dead letters: what is left of each is that it was there, and why. */
    public long clearDeadLetters(Subject subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLEAR)) {
            statement.setString(1, subject.pseudonym());
            statement.setString(2, subject.pseudonym());
            return statement.executeUpdate();
        }
    }

    private long count(String query, Subject subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, subject.pseudonym());
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
