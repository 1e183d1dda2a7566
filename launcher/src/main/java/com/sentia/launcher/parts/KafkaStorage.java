package com.sentia.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** Gives a new broker folder its identity, as Kafka's own storage tool would, without a process for it. */
final class KafkaStorage {
    private KafkaStorage() {}

    static void format(Path folder, int node) throws IOException {
        Path file = folder.resolve("meta.properties");
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        SettingsFile.write(
                file,
                Map.of(
                        "version", "1",
                        "cluster.id", Uuid.randomUuid().toString(),
                        "node.id", Integer.toString(node),
                        "directory.id", Uuid.randomUuid().toString()));
    }
}
