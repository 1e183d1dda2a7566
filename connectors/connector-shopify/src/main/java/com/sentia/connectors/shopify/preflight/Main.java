package com.sentia.connectors.shopify.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.shopify.Preflight;
import com.sentia.connectors.shopify.Preflight.Finding;
import com.sentia.connectors.shopify.Preflight.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;

/**
 * Looks at the shops of a connector's file, its last argument, and prints a line for each finding, or with {@code --json} before it a JSON list
 * for programs. Ends with 0 when nothing is missing, 1 when something is, 2 when it could not look.
 */
public final class Main {
    private static final int MISSING = 1;
    private static final int COULD_NOT_LOOK = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        boolean asJson = arguments.length == 2 && arguments[0].equals("--json");
        if (arguments.length != 1 && !asJson) {
            System.out.println("give the connector's file, before it --json if you like");
            return COULD_NOT_LOOK;
        }
        String file = arguments[arguments.length - 1];
        try {
            List<Finding> findings = Preflight.of(configuration(Path.of(file)), Clock.systemUTC());
            if (asJson) {
                System.out.println(new ObjectMapper().writeValueAsString(findings));
            } else {
                findings.forEach(Main::print);
            }
            return findings.stream().anyMatch(finding -> finding.outcome() == Outcome.MISSING) ? MISSING : 0;
        } catch (IOException | ConfigException e) {
            System.out.println(file + " can't be used: " + e.getMessage());
            return COULD_NOT_LOOK;
        }
    }

    private static void print(Finding finding) {
        System.out.printf(
                "%-8s %s %s: %s%s%n",
                finding.outcome().name().toLowerCase(Locale.ROOT),
                finding.shop(),
                finding.check(),
                finding.seen(),
                finding.advice().isEmpty() ? "" : "; " + finding.advice());
    }

    /** With secrets where the file refers to them, as the Connect worker fills them in. */
    private static Map<String, String> configuration(Path file) throws IOException {
        Map<String, String> configuration = new HashMap<>();
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        json.path("config")
                .properties()
                .forEach(setting ->
                        configuration.put(setting.getKey(), setting.getValue().asText()));
        try (ConfigProvider folders = new DirectoryConfigProvider();
                ConfigProvider environment = new EnvVarConfigProvider()) {
            folders.configure(Map.of());
            environment.configure(Map.of());
            return new ConfigTransformer(Map.of("secrets", folders, "env", environment))
                    .transform(configuration)
                    .data();
        }
    }
}
