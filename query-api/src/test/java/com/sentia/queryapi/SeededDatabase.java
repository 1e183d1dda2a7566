package com.sentia.queryapi;

import com.sentia.database.Role;
import com.sentia.testkit.TestingPostgres;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.Migrate;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real database, migrated as in production, into which a test writes change points. */
final class SeededDatabase {
    private final TestingPostgres postgres;

    private SeededDatabase(TestingPostgres postgres) {
        this.postgres = postgres;
    }

    /** Empty tables in a database of the server given. */
    static SeededDatabase migrated(TestingPostgres postgres) {
        DatabaseAddress owner =
                new DatabaseAddress(postgres.jdbcUrl(), Role.SENTIA_OWNER.user(), postgres.password(Role.SENTIA_OWNER));
        try {
            Migrate.run(owner, Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());
        } catch (SQLException e) {
            throw new IllegalStateException("the test database can't be migrated", e);
        }
        return new SeededDatabase(postgres);
    }

    /** The settings of an API that reads the server's database. */
    static Map<String, String> settings(TestingPostgres postgres) {
        return Map.of(
                "database.url",
                postgres.url(),
                "database.user",
                Role.SENTIA_READER.user(),
                "database.password-file",
                postgres.passwordFile(Role.SENTIA_READER).toString());
    }

    void define(String kpi, String unit, List<String> components) {
        run(
                "insert into kpi_definition values (?, 1, ?, ?, 'a formula', ?)",
                kpi,
                "The " + kpi,
                unit,
                components.toArray(String[]::new));
        run("insert into kpi_active (kpi, kpi_version) values (?, 1)", kpi);
    }

    Series series(String kpi, String window, String dimensions) {
        run(
                "insert into kpi_series (kpi, kpi_version, dimensions, time_window) values (?, 1, ?::jsonb, ?)",
                kpi,
                dimensions,
                window);
        return new Series(kpi, window, dimensions);
    }

    void completeTo(String unit, Instant completeTo) {
        run(
                "insert into source_progress values ('shopify', ?, 'order', ?, now()) on conflict (vendor, unit, entity)"
                        + " do update set complete_to = excluded.complete_to, at = excluded.at",
                unit,
                completeTo);
    }

    void finalTo(Instant finalTo) {
        run(
                "insert into kpi_writer (job, subtask, parallelism, generation, final_to) values ('kpi', 0, 1, 1, ?)",
                finalTo);
    }

    /** Runs a statement as the owner of the tables. */
    void run(String sql, @Nullable Object... values) {
        try (Connection connection = postgres.connect(Role.SENTIA_OWNER);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bindable(connection, values[i]));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static @Nullable Object bindable(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        if (value instanceof BigDecimal[] decimals) {
            return connection.createArrayOf("numeric", decimals);
        }
        return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
    }

    /** One series, to which change points are added. */
    final class Series {
        private final String kpi;
        private final String window;
        private final String dimensions;

        private Series(String kpi, String window, String dimensions) {
            this.kpi = kpi;
            this.window = window;
            this.dimensions = dimensions;
        }

        Series point(Instant end, @Nullable String value, String... components) {
            return point(end, 0, value, components);
        }

        Series point(Instant end, int revision, @Nullable String value, String... components) {
            BigDecimal[] parts = new BigDecimal[components.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = new BigDecimal(components[i]);
            }
            run(
                    "insert into kpi_value select series_id, ?, ?::numeric, ?, 7, ?, '{SOURCE_INCOMPLETE}', now(), 1, 1"
                            + " from kpi_series where kpi = ? and time_window = ? and dimensions = ?::jsonb",
                    end,
                    value,
                    parts,
                    revision,
                    kpi,
                    window,
                    dimensions);
            return this;
        }
    }
}
