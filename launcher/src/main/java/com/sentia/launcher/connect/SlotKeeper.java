package com.sentia.launcher.connect;

import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the replication slot by which change capture reads: tells when the log that the server keeps for it grows, and when it was
 * lost, in which case it is made anew and every table is read again. Nothing is wrong at the end, but until then readers see old numbers.
 */
public final class SlotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SlotKeeper.class);
    private static final String SLOT = "sentia_capture";
    private static final String ENTITY = "replication-slot";
    private static final String VENDOR = "sentia";
    private static final String LOOK = """
            select wal_status = 'lost' as lost, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint as kept,
                   greatest(safe_wal_size, 0) as left_over
            from pg_replication_slots where slot_name = ? and database = current_database()""";
    /** One that is read again meanwhile is left alone. */
    private static final String DROP = "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
            + " where slot_name = ? and database = current_database() and wal_status = 'lost' and not active";

    /** Of what the server keeps at most: told when first reached, and again after less was kept in between. */
    private static final int NEAR_PERCENT = 50;

    private static final int NO_LONGER_NEAR_PERCENT = 40;

    private final Connections database;
    private final String connector;
    private final String unit;
    private final Reader reader;
    private final Told told;
    private final Clock clock;
    private boolean isNear;
    private boolean isLost;

    /** To the database that is captured, as the role that captures it. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException, IOException;
    }

    /** Who reads by the slot. */
    @FunctionalInterface
    public interface Reader {
        /** Begins anew, making the slot if there is none. */
        void restart() throws IOException;
    }

    /** Who tells people. */
    @FunctionalInterface
    public interface Told {
        void tell(ConnectorNotice notice) throws IOException, InterruptedException;
    }

    private record Slot(boolean isLost, long keptBytes, long leftBytes, boolean isBounded) {
        long percent() {
            return isBounded ? 100 * keptBytes / Math.max(1, keptBytes + leftBytes) : 0;
        }
    }

    /**
     * @param connector as Connect calls it
     * @param unit what its records call the database
     */
    public SlotKeeper(Connections database, String connector, String unit, Reader reader, Told told, Clock clock) {
        this.database = database;
        this.connector = connector;
        this.unit = unit;
        this.reader = reader;
        this.told = told;
        this.clock = clock;
    }

    /** Looks once, and does what is to be done. */
    public void look() throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.open()) {
            Optional<Slot> slot = slot(connection);
            if (slot.isPresent() && slot.get().isLost()) {
                makeAnew(connection);
            } else if (slot.isPresent()) {
                isLost = false;
                watch(slot.get());
            }
        }
    }

    private void watch(Slot slot) throws IOException, InterruptedException {
        long percent = slot.percent();
        if (!isNear && percent >= NEAR_PERCENT) {
            LOG.warn("event=slot-grows slot={} kept_bytes={} left_bytes={}", SLOT, slot.keptBytes(), slot.leftBytes());
            tell(
                    NoticeKind.SLOT_GROWS,
                    "the server keeps " + percent + " % of the log it may keep: see that the connector runs and no"
                            + " transaction stays open, or all is read anew (docs/runbooks/change-capture.md)",
                    Map.of("kept-bytes", slot.keptBytes(), "left-bytes", slot.leftBytes()));
            isNear = true;
        }
        isNear &= percent >= NO_LONGER_NEAR_PERCENT;
    }

    private void makeAnew(Connection connection) throws SQLException, IOException, InterruptedException {
        if (!isLost) {
            LOG.error("event=slot-lost slot={} consequence=all-is-read-anew", SLOT);
            tell(
                    NoticeKind.SLOT_LOST,
                    "the server removed log that was not read yet: the slot is made anew and every table read again;"
                            + " numbers are old until then, and find out why the connector was away so long",
                    Map.of());
            isLost = true;
        }
        if (drop(connection)) {
            LOG.warn("event=slot-dropped slot={} next=restart connector={}", SLOT, connector);
            reader.restart();
        }
    }

    private static Optional<Slot> slot(Connection connection) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setString(1, SLOT);
            try (ResultSet row = look.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long left = row.getLong("left_over");
                boolean isBounded = !row.wasNull();
                return Optional.of(new Slot(row.getBoolean("lost"), row.getLong("kept"), left, isBounded));
            }
        }
    }

    private static boolean drop(Connection connection) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setString(1, SLOT);
            try (ResultSet dropped = drop.executeQuery()) {
                return dropped.next();
            }
        }
    }

    private void tell(NoticeKind kind, String detail, Map<String, Long> figures)
            throws IOException, InterruptedException {
        told.tell(ConnectorNotice.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setConnector(connector)
                .setKind(kind)
                .setVendor(VENDOR)
                .setUnit(unit)
                .setEntity(ENTITY)
                .setDetail(detail)
                .setFigures(figures)
                .setAt(clock.instant())
                .build());
    }
}
