package com.sentia.launcher.parts;

import com.sentia.database.Role;
import com.sentia.launcher.flink.JobSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What the KPI job is told. */
final class KpiJobSettings {
    private KpiJobSettings() {}

    static JobSpec write(Stack stack) throws IOException {
        Path catalogue = stack.distribution().configuration("kpis.yaml");
        Path settings = SettingsFile.write(
                stack.home().settings().resolve("kpi-job.properties"),
                Map.of(
                        "kafka.bootstrap.servers", stack.kafka(),
                        "registry.url", stack.registryUrl(),
                        "database.url", stack.database().url(),
                        "database.user", Role.SENTIA_WRITER.user(),
                        "database.password-file",
                                stack.database()
                                        .passwords()
                                        .file(Role.SENTIA_WRITER)
                                        .toString(),
                        "kpis.file", catalogue.toString(),
                        "progress.units", Shops.progressUnits(),
                        "business.zone", Shops.BUSINESS_ZONE,
                        "business.currency", Shops.CURRENCY));
        return new JobSpec(stack.distribution().jobJar(), "com.sentia.jobs.kpi.KpiJob", settings, catalogue);
    }
}
