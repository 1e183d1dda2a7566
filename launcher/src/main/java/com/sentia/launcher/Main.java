package com.sentia.launcher;

import com.sentia.launcher.commands.SentiaCommand;
import com.sentia.settings.SettingsException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs the {@code sentia} command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The command with all below it; what goes wrong becomes one line on standard error and an exit code. */
    static CommandLine commandLine() {
        return new CommandLine(new SentiaCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean forPeople = problem instanceof LauncherException || problem instanceof SettingsException;
        err.println("sentia: " + (forPeople ? problem.getMessage() : problem.toString()));
        err.flush();
        Logger log = LoggerFactory.getLogger(Main.class);
        if (forPeople) {
            log.debug("command refused command={}", parsed.originalArgs(), problem);
        } else {
            log.error("command failed command={}", parsed.originalArgs(), problem);
        }
        return problem instanceof LauncherException known ? known.exitCode() : LauncherException.CANNOT_RUN;
    }
}
