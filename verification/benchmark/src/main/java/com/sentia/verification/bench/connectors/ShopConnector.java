package com.sentia.verification.bench.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The product's connector for one shop's orders, from its first record to its removal. */
final class ShopConnector implements AutoCloseable {
    private final JsonHttp connect;
    private final String path;

    private ShopConnector(JsonHttp connect, String path) {
        this.connect = connect;
        this.path = path;
    }

    /**
     * Lets it begin.
     *
     * @param by {@code bulk} or {@code pages}
     */
    static ShopConnector begin(ConnectorsLoad load, String shop, String by) throws IOException, InterruptedException {
        JsonHttp connect = new JsonHttp(load.connect());
        String name = "bench-" + shop.substring(0, shop.indexOf('.'));
        ShopConnector connector = new ShopConnector(connect, "/connectors/" + name);
        connect.send("PUT", connector.path + "/config", configuration(load, shop, by));
        return connector;
    }

    /** The product's own settings, but that it reads one shop's history once, and asks at once whether a bulk operation has ended. */
    private static Map<String, String> configuration(ConnectorsLoad load, String shop, String by) throws IOException {
        Map<String, String> configuration = new TreeMap<>();
        JsonNode file = new ObjectMapper().readTree(load.connector().toFile());
        file.path("config")
                .properties()
                .forEach(setting ->
                        configuration.put(setting.getKey(), setting.getValue().asText()));
        configuration.put("tasks.max", "1");
        configuration.put("shops", shop);
        configuration.put("streams", "orders");
        configuration.put("backfill.by", by);
        configuration.put("bulk.poll.interval", "200ms");
        configuration.put("poll.interval", "1h");
        configuration.put("deletes.poll.interval", "off");
        configuration.put("reconcile.interval", "off");
        configuration.put("webhooks.callback.url", "");
        return configuration;
    }

    /** @throws IOException saying why, when it has failed */
    void throwIfFailed() throws IOException, InterruptedException {
        JsonNode status = connect.get(path + "/status");
        for (JsonNode task : status.path("tasks")) {
            if (task.path("state").asText().equals("FAILED")) {
                throw new IOException("the connector failed: "
                        + task.path("trace").asText().lines().findFirst().orElse("no reason given"));
            }
        }
    }

    void remove() throws IOException, InterruptedException {
        connect.send("DELETE", path, null);
    }

    @Override
    public void close() throws IOException {
        try {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
