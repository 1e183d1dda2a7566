package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.ConnectorSignal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How a task hears signals.
 *
 * @param connector the connector's name in Connect
 * @param servers brokers with the topic of signals; empty when none are heard
 * @param consumer settings of its consumer
 * @param shops all shops of the connector, those of other tasks too
 * @param isFirstTask whether this task answers for what no feed is addressed by
 */
record SignalSettings(
        String connector, String servers, Map<String, String> consumer, List<String> shops, boolean isFirstTask) {
    /** Connect hands it to every connector and task. */
    private static final String NAME = "name";

    static SignalSettings from(Map<String, String> properties) {
        String connector = properties.getOrDefault(NAME, ShopifyStream.VENDOR);
        String servers =
                properties.getOrDefault(ShopifyConfig.SIGNAL_SERVERS, "").strip();
        String number = properties.getOrDefault(ShopifyConfig.TASK_NUMBER, "0");
        String shops =
                properties.getOrDefault(ShopifyConfig.ALL_SHOPS, properties.getOrDefault(ShopifyConfig.SHOPS, ""));
        return new SignalSettings(
                connector,
                servers,
                consumer(properties, servers, "signals-" + connector + "-" + number),
                Arrays.asList(shops.split(",", -1)),
                number.equals("0"));
    }

    boolean isOn() {
        return !servers.isEmpty();
    }

    /** Whether some feed of the connector, in whatever task, is meant. */
    boolean isAddressable(ConnectorSignal signal) {
        String unit = signal.getUnit();
        String entity = signal.getEntity();
        return (unit == null || shops.contains(unit))
                && (entity == null
                        || ShopifyStream.hasUnit(new SourceUnit(ShopifyStream.VENDOR, shops.get(0), entity)));
    }

    private static Map<String, String> consumer(Map<String, String> properties, String servers, String client) {
        Map<String, String> consumer = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(ShopifyConfig.SIGNAL_CONSUMER)) {
                consumer.put(key.substring(ShopifyConfig.SIGNAL_CONSUMER.length()), value);
            }
        });
        consumer.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        consumer.put(CommonClientConfigs.CLIENT_ID_CONFIG, client);
        return Collections.unmodifiableMap(consumer);
    }
}
