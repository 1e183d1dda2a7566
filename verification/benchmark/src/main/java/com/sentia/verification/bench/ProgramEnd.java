package com.sentia.verification.bench;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How a benchmark's program begins and ends: {@code --settings FILE}; 0 when every value was right, whatever the speed, 1 when
 * one was not, 2 when it could not run.
 */
public final class ProgramEnd {
    private static final int DIFFERENT = 1;
    private static final int COULD_NOT_RUN = 2;

    private ProgramEnd() {}

    /** A benchmark that has been told everything. */
    public interface Benchmark {
        Findings run() throws Exception;

        /** Where its report goes. */
        Optional<Path> reportFile();
    }

    /** Reads what a benchmark is told. */
    @FunctionalInterface
    public interface Door {
        Benchmark enter(Settings settings);
    }

    /** Runs it, prints what it found, writes the report and ends this process. */
    @SuppressWarnings("SystemExitOutsideMain") // It is main, for several programs.
    public static void main(String[] arguments, Door door) throws Exception {
        int exit = COULD_NOT_RUN;
        try {
            Benchmark benchmark = door.enter(Settings.fromArguments(arguments));
            Findings findings = benchmark.run();
            System.out.print(findings.text());
            if (benchmark.reportFile().isPresent()) {
                findings.write(benchmark.reportFile().get());
            }
            exit = findings.isEqual() ? 0 : DIFFERENT;
        } catch (SettingsException | IOException | SQLException e) {
            System.out.println("sentia: " + e.getMessage());
        }
        System.exit(exit);
    }
}
