package com.sentia.launcher.fx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rates in the database: those that the KPI job took in. */
public final class RateTable {
    private static final String NEWEST = """
            select currency, day::text, trim_scale(rate)::text, quote, unit, date_trunc('second', known_since)::text
            from fx_rates_as_of(coalesce(?::timestamptz, now()))
            where currency = coalesce(?, currency)
              and day >= coalesce(?::date, '-infinity')
            order by day desc, currency
            limit ?
            """;

    private final Connection connection;

    public RateTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Which are wanted; what is null bounds nothing.
     *
     * @param asOf as they were known then
     * @param most how many
     */
    public record Wish(
            @Nullable String currency,
            @Nullable LocalDate from,
            @Nullable Instant asOf,
            int most) {}

    /** One of them, for people. */
    public record Listed(String currency, String day, String rate, String quote, String unit, String knownSince) {}

    public List<Listed> newest(Wish wish) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            Instant asOf = wish.asOf();
            statement.setObject(1, asOf == null ? null : asOf.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(2, wish.currency());
            statement.setObject(3, wish.from(), Types.DATE);
            statement.setInt(4, wish.most());
            List<Listed> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Listed(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return found;
        }
    }
}
