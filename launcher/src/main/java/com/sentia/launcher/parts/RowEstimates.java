package com.sentia.launcher.parts;

import com.sentia.analytics.estimate.WindowRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the jobs' own reading of facts how many rows a catalogue would make, from what a running stack has seen. */
public final class RowEstimates {
    /** Of each partition of each canonical topic, its oldest. */
    public static final int MOST_PER_PARTITION = 50_000;

    private static final String NAME = "row-estimate";
    private static final int HEAP_MB = 768;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Stack stack;

    public RowEstimates(Stack stack) {
        this.stack = stack;
    }

    /**
     * What was seen, and what follows from it.
     *
     * @param records that were read
     * @param span between the first and the last fact
     */
    public record Estimate(long records, Duration span, List<WindowRows> rows) {
        public Estimate {
            rows = List.copyOf(rows);
        }
    }

    public Estimate of(Path catalogue) throws IOException, InterruptedException {
        Path report = stack.home().settings().resolve(NAME + ".tsv");
        Map<String, String> settings = KpiJobSettings.common(stack, Sources.COMPANY);
        settings.put("kpis.file", catalogue.toAbsolutePath().toString());
        settings.put("report.file", report.toString());
        settings.put("records.most-per-partition", Integer.toString(MOST_PER_PARTITION));
        String classPath = stack.distribution().classPath("flink") + ":"
                + stack.distribution().jobJar();
        OneShot program = new OneShot(stack, NAME, classPath, "com.sentia.jobs.kpi.RowEstimateProgram", HEAP_MB);
        Files.deleteIfExists(report);
        if (program.run(settings, LIMIT) != 0 || !Files.exists(report)) {
            throw new IOException("rows can't be estimated: " + program.lastWord());
        }
        List<String> lines = Files.readAllLines(report);
        String[] head = lines.get(0).split("\t", -1);
        return new Estimate(
                Long.parseLong(head[0]),
                Duration.ofMillis(Long.parseLong(head[1]) / 1_000),
                lines.stream().skip(1).map(RowEstimates::rows).toList());
    }

    private static WindowRows rows(String line) {
        String[] fields = line.split("\t", -1);
        return new WindowRows(fields[0], fields[1], fields[2], Long.parseLong(fields[3]), Long.parseLong(fields[4]));
    }
}
