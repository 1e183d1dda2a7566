package com.sentia.launcher.commands;

import com.sentia.database.PostgresServer;
import com.sentia.database.Role;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.database.DeadLetter;
import com.sentia.launcher.database.DeadLetters;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.session.DatabasePrograms;
import com.sentia.launcher.status.Table;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia dead-letters}: records that could not go on, and their way back. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists records that could not go on, shows one, or sends them on their way again.")
final class DeadLettersCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "dead-letters list, show or redrive");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists dead letters, newest first.")
    int list(
            @Mixin HomeOption home,
            @Option(names = "-n", defaultValue = "20", description = "How many (default: 20).") int count,
            @Option(names = "--all", description = "Those already sent again too.") boolean all) {
        PrintWriter out = Commands.out(spec);
        try (Connection connection = database(home.existing()).connect(Role.SENTIA_READER)) {
            Table table = new Table("id", "stage", "reason", "key", "rejected at", "redriven at");
            List<DeadLetter> letters = new DeadLetters(connection).newest(count, all);
            for (DeadLetter letter : letters) {
                table.row(
                        letter.id(),
                        letter.stage(),
                        letter.reason(),
                        letter.keyText(),
                        letter.rejectedAt(),
                        letter.redrivenAt());
            }
            out.print(letters.isEmpty() ? "no dead letters\n" : table.text());
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw notUp(e);
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one dead letter whole.")
    int show(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "ID", description = "As list shows it: topic/partition/offset.") String id) {
        PrintWriter out = Commands.out(spec);
        try (Connection connection = database(home.existing()).connect(Role.SENTIA_READER)) {
            DeadLetter letter = new DeadLetters(connection).one(id);
            URI registry = URI.create(Ports.of(home.existing()).url(Port.REGISTRY) + "/apis/ccompat/v7");
            out.print(letter.text(registry));
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw notUp(e);
        }
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Writes the original bytes back to the topic they came from.")
    int redrive(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "ID", arity = "0..*", description = "Which; see list.") @Nullable List<String> ids,
            @Option(names = "--reason", description = "All with this reason that weren't sent again yet.") @Nullable
                    String reason) {
        if ((ids == null || ids.isEmpty()) == (reason == null)) {
            throw new LauncherException("say which: dead-letters redrive ID..., or --reason REASON");
        }
        Home existing = home.existing();
        PrintWriter out = Commands.out(spec);
        try (Connection connection = database(existing).connect(Role.SENTIA_WRITER)) {
            DeadLetters letters = new DeadLetters(connection);
            List<DeadLetter> chosen = reason != null
                    ? letters.waiting(reason)
                    : (ids == null ? List.<String>of() : ids)
                            .stream().map(letters::one).toList();
            int sent = letters.redrive(chosen, Ports.of(existing).address(Port.KAFKA));
            out.println(sent + " records sent again");
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw notUp(e);
        }
    }

    private static PostgresServer database(Home home) {
        return DatabasePrograms.existing(home);
    }

    private static LauncherException notUp(SQLException e) {
        return new LauncherException("the database doesn't answer: is the stack up? (" + e.getMessage() + ")", e);
    }
}
