package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock levels, locations and customers in a real worker on a real broker, against the project's simulator. */
class ShopifyLevelsIT {
    private static final int ARTICLES = 300;

    @TempDir
    private Path home;

    @Test
    void readsTheSameThoughWorkerAndTasksAreStoppedInMidPass() throws Exception {
        try (TestingKafka kafka = TestingKafka.start();
                TestingRegistry registry = TestingRegistry.start();
                RetailShops shops = RetailShops.start(home, file(), 1, "STANDARD", 5)) {
            RecordCodec codec = RecordCodec.connectedTo(registry.uri());
            try (Admin admin = kafka.admin()) {
                new TopicPreparation(
                                admin,
                                new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                        .prepare(Topics.ALL);
            }
            try (ReadTopic levels = new ReadTopic(kafka, Topics.RAW_SHOPIFY_INVENTORY_LEVEL, codec);
                    ReadTopic locations = new ReadTopic(kafka, Topics.RAW_SHOPIFY_LOCATION, codec);
                    ReadTopic customers = new ReadTopic(kafka, Topics.RAW_SHOPIFY_CUSTOMER, codec)) {
                try (TestingConnect connect = TestingConnect.start(kafka, "levels")) {
                    connect.put("shopify", config(shops, registry));
                    levels.readUntil(() -> levels.values(RawRecord.class).size() >= 30);
                    connect.restart("shopify");
                    levels.readUntil(() -> levels.values(RawRecord.class).size() >= 120);
                }
                try (TestingConnect connect = TestingConnect.start(kafka, "levels")) {
                    readToProgress(levels, Topics.RAW_SHOPIFY_INVENTORY_LEVEL);
                    readToProgress(locations, Topics.RAW_SHOPIFY_LOCATION);
                    readToProgress(customers, Topics.RAW_SHOPIFY_CUSTOMER);
                    assertThat(connect.status("shopify").tasks())
                            .allMatch(task -> task.state().equals("RUNNING"));
                }

                assertThat(contents(levels.values(RawRecord.class))).isEqualTo(contents(readAlone(shops)));
                assertThat(ids(locations)).containsExactlyInAnyOrder("6101", "6102", "6103");
                // A task that starts reads the overlap again: the same content under the same key.
                assertThat(ids(customers)).hasSize(1).allMatch(id -> id.startsWith("k1:"));
            }
        }
    }

    private static void readToProgress(ReadTopic topic, Topic read) {
        topic.readUntil(() -> topic.partitionsWith(SourceProgress.class) == read.partitions());
    }

    private static List<String> ids(ReadTopic topic) {
        return topic.values(RawRecord.class).stream()
                .map(RawRecord::getId)
                .distinct()
                .toList();
    }

    /** What a task reads that nobody stops. */
    private static List<RawRecord> readAlone(RetailShops shops) {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), RetailShops.UK);
        config.put("streams", "inventory-levels");
        try (RunningTask task = RunningTask.start(config)) {
            task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            return task.values(RawRecord.class);
        }
    }

    private static Map<String, String> contents(List<RawRecord> records) {
        Map<String, String> contents = new TreeMap<>();
        records.forEach(record -> contents.put(
                record.getId(),
                StandardCharsets.UTF_8.decode(record.getPayload().duplicate()).toString()));
        return contents;
    }

    private static String file() {
        return new RetailFileText()
                .order(500001, ARTICLES, RetailFileText.OPENING, "United Kingdom")
                .text();
    }

    private static Map<String, String> config(RetailShops shops, TestingRegistry registry) {
        Map<String, String> config = new HashMap<>(RunningTask.config(shops.baseUrl(), RetailShops.UK));
        config.put("connector.class", ShopifySourceConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("exactly.once.support", "required");
        config.put("registry.url", registry.uri().toString());
        config.put("streams", "customers,locations,inventory-levels");
        config.put("page.levels", "10");
        return config;
    }
}
