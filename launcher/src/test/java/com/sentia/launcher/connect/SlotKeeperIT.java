package com.sentia.launcher.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import com.sentia.testkit.TestingPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of its own, as it is made to keep little log. */
class SlotKeeperIT {
    private final TestingPostgres postgres = TestingPostgres.start();
    private final List<ConnectorNotice> told = new ArrayList<>();
    private int restarts;

    private final SlotKeeper keeper = new SlotKeeper(
            () -> postgres.connect(Role.OPERATIONS_CAPTURE),
            "sentia-database",
            "operations",
            () -> restarts++,
            told::add,
            Clock.systemUTC());

    @BeforeEach
    void makeASlotThatIsKeptLittleFor() throws SQLException {
        run(Role.POSTGRES, "alter system set max_slot_wal_keep_size = '96MB'");
        run(Role.POSTGRES, "select pg_reload_conf()");
        run(Role.OPERATIONS_CAPTURE, "select pg_create_logical_replication_slot('sentia_capture', 'pgoutput')");
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void saysNothingOfASlotThatIsReadAndOfNone() throws Exception {
        keeper.look();
        run(Role.OPERATIONS_CAPTURE, "select pg_drop_replication_slot('sentia_capture')");
        keeper.look();

        assertThat(told).isEmpty();
        assertThat(restarts).isZero();
    }

    @Test
    void tellsOnceThatMuchLogIsKept() throws Exception {
        writeLog(5);
        keeper.look();
        keeper.look();

        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.getKind()).isEqualTo(NoticeKind.SLOT_GROWS);
            assertThat(notice.getFigures()).containsKeys("kept-bytes", "left-bytes");
        });
        assertThat(slots()).isEqualTo(1);
        assertThat(restarts).isZero();
    }

    @Test
    void hasALostSlotMadeAnew() throws Exception {
        writeLog(12);
        run(Role.POSTGRES, "checkpoint");
        keeper.look();
        keeper.look();

        assertThat(told).extracting(ConnectorNotice::getKind).containsExactly(NoticeKind.SLOT_LOST);
        assertThat(slots()).isZero();
        assertThat(restarts).isEqualTo(1);
    }

    /** So many segments of 16 MB. */
    private void writeLog(int segments) throws SQLException {
        for (int i = 0; i < segments; i++) {
            run(Role.POSTGRES, "select pg_logical_emit_message(false, 'test', 'fills a segment')");
            run(Role.POSTGRES, "select pg_switch_wal()");
        }
    }

    private int slots() throws SQLException, IOException {
        try (Connection connection = postgres.connect(Role.OPERATIONS_CAPTURE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_replication_slots")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(Role role, String sql) throws SQLException {
        try (Connection connection = postgres.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
