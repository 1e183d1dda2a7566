package com.sentia.launcher.parts;

import com.sentia.database.Role;
import com.sentia.launcher.deployments.Deployment;
import com.sentia.launcher.flink.JobSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the KPI job of a deployment is told. */
final class KpiJobSettings {
    private KpiJobSettings() {}

    static JobSpec write(Stack stack, Sources sources, FlinkTuning tuning, Deployment deployment) throws IOException {
        Map<String, String> settings = common(stack, sources);
        settings.put("job.name", deployment.name());
        settings.put("kpis.file", deployment.catalogue().toString());
        settings.put("kpis.published", deployment.publishedText());
        Path file = stack.home().settings().resolve(deployment.name() + "-job.properties");
        return new JobSpec(
                deployment.name(),
                stack.distribution().jobJar(),
                "com.sentia.jobs.kpi.KpiJob",
                SettingsFile.write(file, settings),
                deployment.catalogue(),
                state(stack, deployment),
                deployment.isFirst() ? tuning.parallelism() : FlinkTuning.LATER_PARALLELISM);
    }

    /** What is the same for every deployment. */
    static Map<String, String> common(Stack stack, Sources sources) {
        return new TreeMap<>(Map.of(
                "kafka.bootstrap.servers", stack.kafka(),
                "registry.url", stack.registryUrl(),
                "database.url", stack.database().url(),
                "database.user", Role.SENTIA_WRITER.user(),
                "database.password-file",
                        stack.database().passwords().file(Role.SENTIA_WRITER).toString(),
                "progress.units", String.join(",", sources.feeds()),
                "business.zone", stack.business().zone().getId(),
                "business.currency", stack.business().currency()));
    }

    private static Path state(Stack stack, Deployment deployment) {
        Path flink = FlinkFiles.state(stack);
        return deployment.isFirst() ? flink : flink.resolve("deployments").resolve(deployment.name());
    }
}
