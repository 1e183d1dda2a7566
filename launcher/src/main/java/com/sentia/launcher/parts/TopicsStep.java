package com.sentia.launcher.parts;

import com.sentia.launcher.registry.RegistryKeeper;
import com.sentia.launcher.supervision.Step;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Creates topics and subjects before anybody writes, and copies the registry at once. */
final class TopicsStep {
    private static final int CACHED_SCHEMAS = 100;

    private final Stack stack;
    private final RegistryKeeper keeper;

    TopicsStep(Stack stack, RegistryKeeper keeper) {
        this.stack = stack;
        this.keeper = keeper;
    }

    Step step() {
        return new Step(PartNames.TOPICS, Set.of(PartNames.KAFKA, PartNames.REGISTRY), this::run);
    }

    private void run() throws IOException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
        try {
            new TopicPreparation(admin, new CachedSchemaRegistryClient(stack.registryUrl(), CACHED_SCHEMAS))
                    .prepare(Topics.ALL);
        } finally {
            admin.close(Duration.ZERO);
        }
        keeper.copyIfChanged();
    }
}
