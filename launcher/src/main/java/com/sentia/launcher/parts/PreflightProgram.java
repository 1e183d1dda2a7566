package com.sentia.launcher.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.supervision.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has a connector's own preflight look at its vendor, in a process with the connector's classes. */
public final class PreflightProgram {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int HEAP_MB = 128;
    private static final int COULD_NOT_LOOK = 2;

    /** By the connector's class: its plugin's folder, and what looks. */
    private static final Map<String, Plugin> KNOWN = Map.of(
            "com.sentia.connectors.shopify.ShopifySourceConnector",
            new Plugin("shopify", "com.sentia.connectors.shopify.preflight.Main"));

    private final Distribution distribution;
    private final Path folder;

    private record Plugin(String folder, String main) {}

    /** @param folder for the connector's file, which names its secrets */
    public PreflightProgram(Distribution distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /**
     * What it found, as JSON; empty where the connector has no preflight.
     *
     * @throws LauncherException when it could not look
     */
    public Optional<String> look(ConnectorDescription connector) throws IOException, InterruptedException {
        Plugin plugin = KNOWN.get(connector.configuration().getOrDefault("connector.class", ""));
        if (plugin == null) {
            return Optional.empty();
        }
        Path file = SettingsFile.write(
                folder.resolve(connector.name() + ".json"),
                new ObjectMapper()
                        .writeValueAsString(Map.of("name", connector.name(), "config", connector.configuration())));
        Path found = folder.resolve(connector.name() + ".found");
        int exit = run(plugin, file, found);
        // Whatever the connector's libraries say stands before it.
        Optional<String> last = Files.readAllLines(found, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later);
        if (exit == COULD_NOT_LOOK || last.isEmpty()) {
            throw new LauncherException("the preflight of " + connector.name() + " could not look: "
                    + last.orElse("it ended with exit code " + exit + " and without a word"));
        }
        return last;
    }

    private int run(Plugin plugin, Path file, Path found) throws IOException, InterruptedException {
        String classPath =
                distribution.classPath("kafka") + ":" + distribution.classPath("connect-plugins/" + plugin.folder());
        Command command = new JavaCommand(folder, HEAP_MB)
                .flag("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
                .program(classPath, plugin.main(), "--json", file.toString())
                .command();
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(found.toFile());
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LauncherException(
                        "the preflight takes longer than " + LIMIT.toMinutes()
                                + " minutes: see that the vendor can be reached from here, or leave it out with --skip-preflight");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
