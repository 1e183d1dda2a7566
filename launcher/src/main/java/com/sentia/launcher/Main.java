package com.sentia.launcher;

import com.sentia.launcher.commands.SentiaCommand;
import com.sentia.settings.SettingsException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs the {@code sentia} command. */
public final class Main {
    private static final int CANNOT_RUN = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The command with all below it; what goes wrong becomes one line on standard error and exit code 2. */
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
        log.error("command failed command={}", parsed.originalArgs(), problem);
        return CANNOT_RUN;
    }
}
