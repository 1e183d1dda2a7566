package com.sentia.verification.bench.flink;

import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.StateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** State, checkpoints and serialisers as in the product's own Flink configuration, read from there. */
final class ProductState {
    private static final List<String> TAKEN = List.of(
            "state.backend.",
            "execution.checkpointing.",
            "pipeline.object-reuse:",
            "pipeline.generic-types:",
            "taskmanager.memory.managed.size:");

    private ProductState() {}

    static Configuration of(ContenderSettings settings) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(settings.flinkConfiguration())) {
            if (TAKEN.stream().anyMatch(line::startsWith)) {
                int colon = line.indexOf(':');
                values.put(
                        line.substring(0, colon),
                        filled(line.substring(colon + 1).strip(), settings));
            }
        }
        Configuration configuration = Configuration.fromMap(values);
        // A run that fails is to fail, not to begin anew.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (settings.state() == StateKind.HEAP) {
            configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        }
        return configuration;
    }

    private static String filled(String value, ContenderSettings settings) {
        String filled = value.replace("${state}", settings.stateFolder().toString())
                .replace("${checkpoint.interval}", settings.durableEvery().toMillis() + " ms")
                .replace("${managed}", settings.managedMegabytes() + "m");
        if (filled.contains("${")) {
            throw new IllegalArgumentException("nothing to fill in for " + value);
        }
        return filled;
    }
}
