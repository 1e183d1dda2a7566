package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.queryapi.database.Database;
import com.sentia.queryapi.database.DatabaseSettings;
import com.sentia.settings.Secret;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {
    private static final Pattern CODE =
            Pattern.compile("(?:badRequest|notFound|unavailable|Problem\\.of)\\(\\s*(?:\\d+,\\s*)?\"([a-z-]+)\"");

    private final Map<String, Object> document = read();

    @Test
    void describesEveryRouteWithItsParametersAndNoOther() {
        Map<String, Set<String>> described = new TreeMap<>();
        object(document.get("paths")).forEach((path, item) -> described.put(path, queryParameters(object(item))));

        assertThat(described).isEqualTo(served());
    }

    @Test
    void listsEveryProblemCodeAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        Map<String, Object> problem =
                object(object(object(document.get("components")).get("schemas")).get("Problem"));
        List<?> listed =
                (List<?>) object(object(problem.get("properties")).get("code")).get("enum");

        assertThat(used).isEqualTo(new TreeSet<Object>(listed));
    }

    private static Map<String, Set<String>> served() {
        Vertx vertx = Vertx.vertx();
        try {
            Database database = Database.open(
                    vertx,
                    new DatabaseSettings("127.0.0.1", 1, "none", "none", new Secret(""), 1, Duration.ofSeconds(1)));
            Map<String, Set<String>> served = ApiServer.endpoints(database).stream()
                    .collect(Collectors.toMap(
                            endpoint -> endpoint.path(), endpoint -> endpoint.parameters(), (a, b) -> a, TreeMap::new));
            served.put("/metrics", Set.of());
            return served;
        } finally {
            vertx.close();
        }
    }

    private Set<String> queryParameters(Map<String, Object> item) {
        Object parameters = object(item.get("get")).get("parameters");
        if (parameters == null) {
            return Set.of();
        }
        return ((List<?>) parameters)
                .stream()
                        .map(parameter -> resolved(object(parameter)))
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .collect(Collectors.toSet());
    }

    private Map<String, Object> resolved(Map<String, Object> parameter) {
        if (!(parameter.get("$ref") instanceof String reference)) {
            return parameter;
        }
        Map<String, Object> found = document;
        for (String part : reference.substring(2).split("/", -1)) {
            found = object(found.get(part));
        }
        return found;
    }

    @SuppressWarnings("unchecked") // What YAML calls a mapping is this, in this document with texts as keys.
    private static Map<String, Object> object(@org.jspecify.annotations.Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) java.util.Objects.requireNonNull(value);
    }

    private static Map<String, Object> read() {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
            return object(new Yaml().load(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
