package com.sentia.verification.bench;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares the KPI engine with other ways to compute the same: {@code --settings FILE}. Ends with 0 when all contenders found
 * the same values, whatever their speed, 1 when they did not, 2 when it could not run.
 */
public final class KpiBenchmark {
    private static final int DIFFERENT = 1;
    private static final int COULD_NOT_RUN = 2;

    private KpiBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Children children = new Children();
        Runtime.getRuntime().addShutdownHook(new Thread(children::close, "end-children"));
        try {
            System.exit(run(BenchmarkSettings.from(Settings.fromArguments(arguments)), children));
        } catch (SettingsException | IOException e) {
            // Once it is ended from outside, everything fails, and nobody needs to hear of it.
            if (!children.isClosed()) {
                System.out.println("sentia: " + e.getMessage());
            }
            System.exit(COULD_NOT_RUN);
        }
    }

    private static int run(BenchmarkSettings settings, Children children) throws IOException, InterruptedException {
        Files.createDirectories(settings.workFolder());
        BenchmarkReport report;
        try (Broker broker = Broker.start(children, settings.distribution(), settings.workFolder())) {
            report = new BenchmarkReport(settings, new Contest(settings, children, broker).run());
        }
        System.out.print(new ReportText(report).text());
        Optional<Path> file = settings.reportFile();
        if (file.isPresent()) {
            new ReportJson(report).write(file.get());
        }
        return report.isEqual() ? 0 : DIFFERENT;
    }
}
