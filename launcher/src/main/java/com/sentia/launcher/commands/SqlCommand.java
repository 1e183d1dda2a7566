package com.sentia.launcher.commands;

import com.sentia.database.Role;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.database.SqlPrompt;
import com.sentia.launcher.session.DatabasePrograms;
import com.sentia.launcher.session.Keyboard;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sentia sql}: questions to the database. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the database, as a role that can only read. Statements end with ; and come from -c, from a pipe or from"
                    + " the keyboard.",
            "Without any it lists the tables."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a statement was refused", "2:could not run"})
final class SqlCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Option(names = "-c", paramLabel = "STATEMENT", description = "Run this and end.")
    @Nullable
    String statement;

    @Option(
            names = "--role",
            paramLabel = "reader|writer|owner",
            defaultValue = "reader",
            description = "Sign in as this role (default: reader).")
    String role = "reader";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Commands.out(spec);
        try (Connection connection = DatabasePrograms.existing(home.existing()).connect(role())) {
            SqlPrompt prompt = new SqlPrompt(connection, out);
            if (statement != null) {
                return prompt.run(statement) ? 0 : 1;
            }
            boolean keyboard = Keyboard.isPresent();
            if (keyboard) {
                prompt.run(SqlPrompt.TABLES);
                out.println("Statements end with ; Ctrl-D leaves.");
                out.flush();
            }
            return prompt.runAll(Keyboard.lines(), keyboard) ? 0 : 1;
        } catch (SQLException e) {
            throw new LauncherException("the database doesn't answer: is the stack up? (" + e.getMessage() + ")", e);
        }
    }

    private Role role() {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "reader" -> Role.SENTIA_READER;
            case "writer" -> Role.SENTIA_WRITER;
            case "owner" -> Role.SENTIA_OWNER;
            default -> throw new LauncherException("--role is reader, writer or owner, not '" + role + "'");
        };
    }
}
