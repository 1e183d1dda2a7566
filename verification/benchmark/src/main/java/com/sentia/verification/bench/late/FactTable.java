package com.sentia.verification.bench.late;

import com.sentia.schemas.OrderLine;
import com.sentia.schemas.SalesOrder;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The same order lines as rows, for SQL to compute from: what the job never sees. */
final class FactTable implements AutoCloseable {
    private static final int FULL = 1 << 22;

    private final Connection connection;
    private final StringBuilder waiting = new StringBuilder();

    FactTable(Connection connection) throws SQLException {
        this.connection = connection;
        run("""
                create table bench_line (
                    at            timestamptz not null,
                    region        text        not null,
                    amount_micros bigint      not null,
                    units         bigint      not null,
                    orders        integer     not null
                )""");
    }

    void add(SalesOrder order) throws SQLException, IOException {
        int orders = 1;
        for (OrderLine line : order.getLines()) {
            waiting.append(order.getPlacedAt()).append('\t').append(order.getRegion());
            waiting.append('\t').append(line.getQuantity() * line.getUnitPriceMicros());
            waiting.append('\t')
                    .append(line.getQuantity())
                    .append('\t')
                    .append(orders)
                    .append('\n');
            orders = 0;
        }
        if (waiting.length() > FULL) {
            write();
        }
    }

    /** Returns when all rows are there and the planner knows of them. */
    void complete() throws SQLException, IOException {
        write();
        run("analyze bench_line");
    }

    private void write() throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bench_line from stdin", new StringReader(waiting.toString()));
        waiting.setLength(0);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
