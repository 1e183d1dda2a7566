package com.sentia.verification.demo;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves the demo's numbers: recomputes every KPI value from the input file and compares it with the pipeline's.
 *
 * <p>Ends with 0 when all goals are met, 1 when one is not, 2 when the check could not be made.
 */
public final class DemoCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCheck.class);
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NOT_RUN = 2;

    private DemoCheck() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        try {
            return run(DemoCheckSettings.from(Settings.fromArguments(arguments)));
        } catch (SettingsException | CheckException e) {
            LOG.debug("event=check-not-run", e);
            System.err.println("The check could not run: " + oneLine(e));
            return NOT_RUN;
        } catch (RuntimeException e) {
            // A fault of the check itself must not look like wrong values.
            LOG.error("event=check-broken", e);
            System.err.println("The check could not run: " + oneLine(e));
            return NOT_RUN;
        }
    }

    private static int run(DemoCheckSettings settings) {
        long start = System.nanoTime();
        Path folder = newFolder(settings.workFolder());
        try (Workbench workbench = Workbench.in(folder)) {
            Path added = AddedLines.in(folder, settings.pipeline().flatMap(DemoCheckSettings.Pipeline::simulatorUrl));
            ExpectedValues.compute(
                    workbench, InputFile.unpack(settings.dataFile(), folder), added, settings.shiftWeeks());
            settings.expectedFile().ifPresent(file -> ExpectedValues.write(workbench, file));
            return settings.pipeline()
                    .map(pipeline -> compare(workbench, folder, pipeline, settings.shiftWeeks(), start))
                    .orElse(PASSED);
        } finally {
            delete(folder);
        }
    }

    private static int compare(
            Workbench workbench, Path folder, DemoCheckSettings.Pipeline pipeline, int shiftWeeks, long start) {
        Map<String, Long> rejected = new TreeMap<>();
        workbench
                .list("rejected-lines.sql", row -> Map.entry(row.getString("reason"), row.getLong("lines")))
                .forEach(entry -> rejected.put(entry.getKey(), entry.getValue()));
        List<Goal> furtherGoals = new ArrayList<>(PersonalDataGoals.of(pipeline));
        pipeline.simulatorUrl().ifPresent(url -> {
            furtherGoals.addAll(SimulatorCount.goals(url, shiftWeeks, rejected));
            furtherGoals.addAll(ShopEntities.goals(workbench, folder, pipeline, url));
        });
        Comparison.Lines lines = Comparison.lines(workbench, NewestRecords.traces(pipeline));
        pipeline.operations().ifPresent(source -> {
            OperationsTables.compute(workbench, folder, source);
            furtherGoals.addAll(ProductionGoals.of(workbench, pipeline));
        });
        PipelineTables.Progress progress = PipelineTables.copy(workbench, folder, pipeline);
        DemoReport report = DemoReport.of(
                Comparison.values(workbench),
                lines,
                rejected,
                progress,
                furtherGoals,
                Duration.ofNanos(System.nanoTime() - start));
        report.writeTo(pipeline.reportFile());
        System.out.print(report.table());
        return report.passed() ? PASSED : FAILED;
    }

    private static String oneLine(RuntimeException problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\R", "; ");
    }

    private static Path newFolder(Path parent) {
        try {
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, "demo-check-");
        } catch (IOException e) {
            throw new CheckException("no folder can be made in " + parent + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            LOG.warn("event=temporary-folder-left folder={} problem={}", folder, e.getMessage());
        }
    }
}
