package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingConnect;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The connector in a real worker on a real broker, exactly once. */
class ShopifyConnectorIT {
    private static TestingKafka kafka;
    private static TestingRegistry registry;

    @BeforeAll
    static void start() {
        kafka = TestingKafka.start();
        registry = TestingRegistry.start();
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void readsEveryOrderOnceThoughWorkerAndTasksAreStoppedInMidHistory() throws Exception {
        try (PagedShop shop = new PagedShop(600, 400);
                ReadTopic topic =
                        new ReadTopic(kafka, Topics.RAW_SHOPIFY_ORDER, RecordCodec.connectedTo(registry.uri()))) {
            Map<String, String> config = config(shop);
            try (TestingConnect connect = TestingConnect.start(kafka, "first")) {
                connect.put("shopify", config);
                topic.readUntil(() -> topic.values(RawRecord.class).size() >= 100);
                connect.restart("shopify");
                topic.readUntil(() -> topic.values(RawRecord.class).size() >= 400);
            }
            assertThat(topic.values(SourceProgress.class)).isEmpty();
            shop.lift();

            try (TestingConnect connect = TestingConnect.start(kafka, "first")) {
                topic.readUntil(
                        () -> topic.partitionsWith(SourceProgress.class) == Topics.RAW_SHOPIFY_ORDER.partitions());
                assertThat(connect.status("shopify").tasks())
                        .allMatch(task -> task.state().equals("RUNNING"));
            }

            assertThat(topic.values(RawRecord.class)).hasSize(600);
            assertThat(topic.values(RawRecord.class).stream()
                            .map(RawRecord::getId)
                            .distinct())
                    .hasSize(600);
        }
    }

    private static Map<String, String> config(PagedShop shop) {
        Map<String, String> config = new HashMap<>(RunningTask.config(shop.baseUrl(), PagedShop.DOMAIN));
        config.put("connector.class", ShopifySourceConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("exactly.once.support", "required");
        config.put("registry.url", registry.uri().toString());
        config.put("page.orders", "10");
        config.put("poll.orders", "20");
        return config;
    }
}
