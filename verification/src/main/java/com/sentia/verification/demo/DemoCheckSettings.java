package com.sentia.verification.demo;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the check is told.
 *
 * @param dataFile the input file, csv or csv.xz
 * @param shiftWeeks whole weeks by which the simulator moved the file's dates; 0 when they were kept
 * @param workFolder where the check's own temporary folder is made; it takes about twice the size of the values
 * @param expectedFile where to write the expected values (csv or parquet); nothing else is done then
 * @param pipeline what to compare with; empty when only the expected values are asked for
 */
public record DemoCheckSettings(
        Path dataFile, int shiftWeeks, Path workFolder, Optional<Path> expectedFile, Optional<Pipeline> pipeline) {

    /** Whether the values are compared with a pipeline's, or only computed. */
    public enum Mode {
        CHECK,
        EXPECTED
    }

    /**
     * Where the pipeline's results are, and where the report goes.
     *
     * @param simulatorUrl base address of the simulator, whose own count of lines is compared when it is given
     * @param logsFolder where the stack logs; looked through for personal data when it is given
     * @param operations where production is written down; its KPIs are recomputed when it is given
     */
    public record Pipeline(
            String databaseUrl,
            String databaseUser,
            Secret databasePassword,
            String kafkaServers,
            URI registryUrl,
            Optional<URI> simulatorUrl,
            Optional<Path> logsFolder,
            Optional<Operations> operations,
            Path reportFile) {}

    /** Sentia's own production database, as who captures its changes reads it. */
    public record Operations(String url, String user, Secret password) {}

    /** Reads and checks all keys; throws one {@link com.sentia.settings.SettingsException} with every problem. */
    public static DemoCheckSettings from(Settings settings) {
        Mode mode = settings.choice("mode", Mode.class, Mode.CHECK);
        Path dataFile = settings.path("data.file");
        int shiftWeeks = settings.integer("data.shift-weeks", -10_000, 10_000, 0);
        Path workFolder = Path.of(settings.text("work.dir", System.getProperty("java.io.tmpdir")));
        DemoCheckSettings read = switch (mode) {
            case EXPECTED ->
                new DemoCheckSettings(
                        dataFile,
                        shiftWeeks,
                        workFolder,
                        Optional.of(settings.path("expected.file")),
                        Optional.empty());
            case CHECK ->
                new DemoCheckSettings(
                        dataFile, shiftWeeks, workFolder, Optional.empty(), Optional.of(pipeline(settings)));
        };
        settings.finish();
        return read;
    }

    private static Pipeline pipeline(Settings settings) {
        return new Pipeline(
                settings.text("database.url"),
                settings.text("database.user"),
                settings.secret("database.password"),
                settings.text("kafka.bootstrap.servers"),
                settings.uri("registry.url"),
                settings.optionalUri("simulator.url"),
                settings.optionalPath("logs.dir"),
                operations(settings),
                settings.path("report.file"));
    }

    private static Optional<Operations> operations(Settings settings) {
        String url = settings.text("operations.database.url", "");
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operations(
                        url,
                        settings.text("operations.database.user"),
                        settings.secret("operations.database.password")));
    }
}
