package com.sentia.launcher.commands;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.database.Role;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.fx.RateTable;
import com.sentia.launcher.fx.RateTable.Listed;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.status.Table;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia fx list}: the exchange rates that are known. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the exchange rates that the KPI job knows, newest days first. A day without a rate is converted by the last before"
                    + " it, else by the earliest after it; values made so are flagged."
        })
final class FxListCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Option(names = "--currency", paramLabel = "CODE", description = "Only of this currency, such as EUR.")
    @Nullable
    String currency;

    @Option(names = "--from", paramLabel = "DAY", description = "Only of this day and later ones, such as 2026-01-31.")
    @Nullable
    LocalDate from;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "As they were known then, such as 2026-01-31T12:00:00Z (default: now).")
    @Nullable
    Instant asOf;

    @Option(names = "-n", paramLabel = "N", defaultValue = "50", description = "How many (default: 50).")
    int count = 50;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new LauncherException("-n is how many rates are listed, at least 1, not " + count);
        }
        if (currency != null && !RateBounds.isCurrency(currency)) {
            throw new LauncherException("--currency is an ISO 4217 code like EUR, not '" + currency + "'");
        }
        Stack stack = RunningHome.required(home);
        PrintWriter out = Commands.out(spec);
        try (Connection connection = stack.database().connect(Role.SENTIA_READER)) {
            RateTable rates = new RateTable(connection);
            List<Listed> found = rates.newest(new RateTable.Wish(currency, from, asOf, count + 1));
            Table table = new Table("currency", "day", "rate", "in", "by", "known since");
            found.stream()
                    .limit(count)
                    .forEach(rate -> table.row(
                            rate.currency(), rate.day(), rate.rate(), rate.quote(), rate.unit(), rate.knownSince()));
            out.print(found.isEmpty() ? "no rates are known: see sentia fx load\n" : table.text());
            if (found.size() > count) {
                out.println("and more: ask for them with -n, --currency, --from");
            }
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }
}
