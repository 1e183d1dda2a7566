package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives by which other Connect workers get the plugins. */
class PluginArchiveIT {
    private static final Path ARCHIVES =
            Path.of(System.getProperty("sentia.distribution")).resolve("plugins");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sentia-shopify", "sentia-change-capture"})
    void holdsAllThatItsPluginsNeedBesideTheWorker(String name) throws IOException, ReflectiveOperationException {
        Path root = unpacked(name);
        JsonNode manifest =
                new ObjectMapper().readTree(root.resolve("manifest.json").toFile());
        String version = manifest.path("version").asText();

        assertThat(manifest.path("name").asText()).isEqualTo(name);
        assertThat(root.getFileName()).hasToString(name + "-" + version);
        assertThat(root.resolve("doc/LICENSE")).isNotEmptyFile();
        assertThat(files(root.resolve("etc"))).hasSize(1);

        List<String> named = new ArrayList<>();
        manifest.path("plugins").forEach(plugin -> named.add(plugin.asText()));
        Map<String, String> versions = pluginsIn(root, named);
        assertThat(named).isNotEmpty();
        assertThat(versions)
                .allSatisfy((type, told) -> assertThat(told.equals(version))
                        .as(type + " " + told)
                        .isEqualTo(type.startsWith("com.sentia.")));
    }

    /** Their versions, from plugins made as a worker makes them: each archive by a loader of its own, that sees nothing of this test but Connect's interfaces. */
    private static Map<String, String> pluginsIn(Path root, List<String> named)
            throws IOException, ReflectiveOperationException {
        List<URL> jars = new ArrayList<>();
        for (Path jar : files(root.resolve("lib"))) {
            jars.add(jar.toUri().toURL());
        }
        Map<String, String> found = new HashMap<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(jars.toArray(new URL[0]), new ConnectOnly())) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String type : named) {
                Object plugin = loader.loadClass(type).getConstructor().newInstance();
                if (plugin instanceof SourceConnector connector) {
                    assertThat(connector.config().names()).isNotEmpty();
                }
                found.put(type, ((Versioned) plugin).version());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return found;
    }

    private Path unpacked(String name) throws IOException {
        List<Path> archives = files(ARCHIVES).stream()
                .filter(file -> file.getFileName().toString().startsWith(name + "-"))
                .toList();
        assertThat(archives).hasSize(1);
        try (ZipFile zip = new ZipFile(archives.get(0).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target.startsWith(folder)).isTrue();
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
        return files(folder).get(0);
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> list = Files.list(in)) {
            return list.sorted().toList();
        }
    }

    /** Shows what a worker shows its plugins. */
    private static final class ConnectOnly extends ClassLoader {
        private static final List<String> SHARED = List.of("org.apache.kafka.", "org.slf4j.");

        private ConnectOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHARED.stream().noneMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return PluginArchiveIT.class.getClassLoader().loadClass(name);
        }
    }
}
