package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The configuration both Flink processes read, and the folders they use. */
final class FlinkFiles {
    static final String TASK_HEAP_MB = "256";
    /**
     * Of the first deployment's job; each further slot has as much as one of its. RocksDB takes what it needs of it, no more: the demo a
     * sixth. What total and regions have of twenty thousand customers over two months fills it.
     */
    static final int MANAGED_MB = 960;

    private FlinkFiles() {}

    static Path state(Stack stack) {
        return stack.home().state("flink");
    }

    /** Writes {@code config.yaml} for one of the two and returns its folder. */
    static Path configure(Stack stack, String part, FlinkTuning tuning) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("state", state(stack) + "");
        values.put("rest.port", port(stack, Port.FLINK));
        values.put("jobmanager.port", port(stack, Port.FLINK_JOBMANAGER));
        values.put("blobs.port", port(stack, Port.FLINK_BLOBS));
        values.put("taskmanager.port", port(stack, Port.FLINK_TASKMANAGER));
        values.put("data.port", port(stack, Port.FLINK_DATA));
        values.put(
                "metrics.port",
                port(
                        stack,
                        part.equals(PartNames.FLINK_JOBMANAGER)
                                ? Port.FLINK_JOBMANAGER_METRICS
                                : Port.FLINK_TASKMANAGER_METRICS));
        values.put("task.heap", TASK_HEAP_MB + "m");
        values.put("managed", MANAGED_MB / tuning.parallelism() * tuning.slots() + "m");
        values.put("slots", Integer.toString(tuning.slots()));
        values.put("parallelism", Integer.toString(tuning.parallelism()));
        values.put("checkpoint.interval", tuning.checkpointInterval().toMillis() + " ms");
        Path folder = stack.home().settings().resolve(part);
        String template = Files.readString(stack.distribution().configuration("flink/config.yaml"));
        SettingsFile.write(folder.resolve("config.yaml"), Template.fill(template, values));
        return folder;
    }

    private static String port(Stack stack, Port port) {
        return Integer.toString(stack.ports().number(port));
    }

    /** Removes what an earlier process left in its scratch folder: every start leaves some twenty megabytes. */
    static Path emptied(Path folder) throws IOException {
        Scratch.empty(folder);
        return Files.createDirectories(folder);
    }
}
