package com.sentia.launcher.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.preflight.Finding.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a connector's preflight prints: a JSON list of its findings. */
final class FoundByConnector {
    private FoundByConnector() {}

    /** @throws IOException when it is of another form */
    static List<Finding> read(String connector, String json) throws IOException {
        JsonNode list = new ObjectMapper().readTree(json);
        if (!list.isArray()) {
            throw new IOException("the preflight of " + connector + " told no list");
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : list) {
            findings.add(new Finding(
                    connector,
                    one.path("shop").asText(),
                    one.path("check").asText(),
                    outcome(one.path("outcome").asText()),
                    one.path("seen").asText(),
                    one.path("advice").asText()));
        }
        return findings;
    }

    private static Outcome outcome(String text) throws IOException {
        try {
            return Outcome.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException("the preflight told an outcome '" + text + "'", e);
        }
    }
}
