package com.sentia.testkit;

import java.util.HashMap;
import java.util.Map;

/** The settings of a distributed worker with exactly-once sources, as tests run it. */
final class WorkerSettings {
    private WorkerSettings() {}

    static Map<String, String> of(TestingKafka kafka, String group, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka.bootstrap());
        settings.put("group.id", group);
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("exactly.once.source.support", "enabled");
        settings.put("config.storage.topic", group + "-configs");
        settings.put("config.storage.replication.factor", "1");
        settings.put("offset.storage.topic", group + "-offsets");
        settings.put("offset.storage.partitions", "1");
        settings.put("offset.storage.replication.factor", "1");
        settings.put("status.storage.topic", group + "-status");
        settings.put("status.storage.partitions", "1");
        settings.put("status.storage.replication.factor", "1");
        settings.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("plugin.discovery", "hybrid_warn");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("config.providers", "directory");
        settings.put(
                "config.providers.directory.class", "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
        return settings;
    }
}
