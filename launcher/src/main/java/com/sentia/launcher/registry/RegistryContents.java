package com.sentia.launcher.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a registry holds.
 *
 * @param schemas for each {@code subject/version} the schema's id and text, joined by a space
 */
record RegistryContents(Map<String, String> schemas) {
    static final RegistryContents EMPTY = new RegistryContents(Map.of());

    /** Asks the registry, by its Confluent-compatible interface. */
    static RegistryContents read(String url) throws IOException {
        Map<String, String> schemas = new TreeMap<>();
        for (JsonNode subject : Http.get(url + "/subjects")) {
            String versions =
                    url + "/subjects/" + URLEncoder.encode(subject.asText(), StandardCharsets.UTF_8) + "/versions";
            for (JsonNode version : Http.get(versions)) {
                JsonNode schema = Http.get(versions + "/" + version.asText());
                schemas.put(
                        subject.asText() + "/" + version.asText(),
                        schema.path("id").asText() + " " + schema.path("schema").asText());
            }
        }
        return new RegistryContents(schemas);
    }

    /** Whether everything the other holds is here, under the same ids. */
    boolean holdsAllOf(RegistryContents other) {
        return schemas.entrySet().containsAll(other.schemas.entrySet());
    }

    boolean isEmpty() {
        return schemas.isEmpty();
    }
}
