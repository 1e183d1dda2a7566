package com.sentia.launcher.commands;

import com.sentia.database.Role;
import com.sentia.launcher.connectors.SourceRedrive;
import com.sentia.launcher.database.DeadLetter;
import com.sentia.launcher.database.DeadLetters;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.status.Table;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia connector dead-letters}: what connectors set aside, and its way back. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists records that connectors set aside, shows one, or has them read again from their vendor.")
final class ConnectorDeadLettersCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "connector dead-letters list, show or redrive");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists them, newest first.")
    int list(
            @Mixin HomeOption home,
            @Option(names = "-n", defaultValue = "20", description = "How many (default: 20).") int count,
            @Option(names = "--all", description = "Those already read again too.") boolean all) {
        PrintWriter out = Commands.out(spec);
        try (Connection connection = RunningHome.required(home).database().connect(Role.SENTIA_READER)) {
            List<DeadLetter> letters = new DeadLetters(connection).newest(SourceRedrive.STAGE, count, all);
            Table table = new Table("id", "reason", "key", "for", "rejected at", "redriven at");
            letters.forEach(letter -> table.row(
                    letter.id(),
                    letter.reason(),
                    letter.keyText(),
                    letter.sourceTopic(),
                    letter.rejectedAt(),
                    letter.redrivenAt()));
            out.print(letters.isEmpty() ? "no connector set anything aside\n" : table.text());
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one whole.")
    int show(@Mixin HomeOption home, @Parameters(paramLabel = "ID", description = "As list shows it.") String id) {
        PrintWriter out = Commands.out(spec);
        Stack stack = RunningHome.required(home);
        try (Connection connection = stack.database().connect(Role.SENTIA_READER)) {
            DeadLetter letter = new DeadLetters(connection).one(id);
            out.print(letter.text(URI.create(stack.registryUrl())));
            out.flush();
            return 0;
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = {
                "Has the records read again from their vendor, by a backfill of their ids. An answer that could not be read as a"
                        + " whole has no record to read again: its feed asks for it until it can.",
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:they will be read", "1:some feed refused it or did not answer in time", "2:could not"})
    int redrive(
            @Mixin HomeOption home,
            @Parameters(index = "0", paramLabel = "NAME", description = "The connector; see connector list.")
                    String name,
            @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "Which; see list.")
                    List<String> ids)
            throws InterruptedException {
        Stack stack = RunningHome.required(home);
        PrintWriter out = Commands.out(spec);
        try (Connection connection = stack.database().connect(Role.SENTIA_WRITER)) {
            DeadLetters letters = new DeadLetters(connection);
            List<DeadLetter> chosen = ids.stream().map(letters::one).toList();
            int code = 0;
            SourceRedrive redrive = new SourceRedrive(name, chosen);
            for (SourceRedrive.Batch batch : redrive.batches()) {
                int answered = SignalAnswers.tell(
                        ConnectorCommand.signals(stack).send(batch.signal(name, Clock.systemUTC())), out);
                if (answered == 0) {
                    letters.markRedriven(batch.letters());
                }
                code = Math.max(code, answered);
            }
            return code;
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }
}
