package com.sentia.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.database.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateIT {
    private TestingTables tables;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
    }

    @Test
    void makesHypertablesExactlyWhereTheExtensionIs() throws Exception {
        boolean extended = tables.postgres().ground().hasExtension();
        assertThat(tables.rows("select count(*) from pg_extension where extname = 'timescaledb'"))
                .containsExactly(extended ? "1" : "0");

        if (extended) {
            assertThat(tables.rows("select hypertable_name from timescaledb_information.hypertables order by 1"))
                    .containsExactly("fact", "kpi_value", "kpi_value_history");
        }
    }

    @Test
    void migratingAgainChangesNothing() throws Exception {
        String applied = "select count(*) from information_schema.tables where table_schema = 'public'";
        List<String> before = tables.rows(applied);

        Migrate.run(tables.address(Role.SENTIA_OWNER), Role.SENTIA_WRITER.user(), Role.SENTIA_READER.user());

        assertThat(tables.rows(applied)).isEqualTo(before);
    }

    @Test
    void everyTableAndViewSaysItsGrain() throws Exception {
        assertThat(tables.rows("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'v') and relname not like 'flyway%'"
                        + " and obj_description(oid) is null"))
                .isEmpty();
    }

    @Test
    void theReaderWritesNothingAndTheWriterDropsNothing() {
        assertThatThrownBy(() -> execute(Role.SENTIA_READER, "delete from kpi_value"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(Role.SENTIA_READER, "select nextval('kpi_generation')"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(Role.SENTIA_WRITER, "drop table kpi_value"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute(Role.SENTIA_WRITER, "delete from dead_letter"))
                .hasMessageContaining("permission denied");
    }

    private void execute(Role role, String sql) throws SQLException {
        try (Connection connection = tables.postgres().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
