package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.FeedParts;
import com.sentia.connectors.kit.KnownIds;
import com.sentia.connectors.kit.KnownOffsets;
import com.sentia.connectors.kit.Offsets;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.control.ControlOffsets;
import com.sentia.connectors.kit.control.ControlState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Reads orders and whatever else of many Shopify shops into a raw topic for each kind, a task to a shop as far as there are tasks. */
public final class ShopifySourceConnector extends SourceConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        String version = ShopifySourceConnector.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void start(Map<String, String> given) {
        ShopifySettings.from(given);
        properties = Map.copyOf(given);
    }

    @Override
    public void stop() {
        // Nothing runs here; the tasks stop themselves.
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ShopifySourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<String> shops = ShopifySettings.from(properties).shops().stream()
                .map(Shop::domain)
                .toList();
        List<List<String>> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(maxTasks, shops.size()); i++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < shops.size(); i++) {
            shares.get(i % shares.size()).add(shops.get(i));
        }
        return IntStream.range(0, shares.size())
                .mapToObj(number -> taskConfig(number, shares.get(number), shops))
                .toList();
    }

    @Override
    public ConfigDef config() {
        return ShopifyConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> given) {
        return new Config(ShopifySettings.check(given));
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    /**
     * Takes offsets of its own shape for shops it reads, and the removal of any.
     *
     * @throws ConnectException naming what is wrong with an offset
     */
    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
        List<String> shops =
                Arrays.asList(given.getOrDefault(ShopifyConfig.SHOPS, "").trim().split("\\s*,\\s*", -1));
        offsets.forEach((partition, offset) -> {
            try {
                SourceUnit unit = FeedParts.unit(partition);
                if (offset == null) {
                    return;
                }
                if (!ShopifyStream.hasUnit(unit) || !shops.contains(unit.unit())) {
                    throw new IllegalArgumentException("this connector does not read " + unit);
                }
                checkReadable(unit, partition, offset);
            } catch (IllegalArgumentException e) {
                throw new ConnectException("offset refused: " + e.getMessage(), e);
            }
        });
        return true;
    }

    private static void checkReadable(SourceUnit unit, Map<String, ?> partition, Map<String, ?> offset) {
        if (ControlOffsets.isPartition(partition)) {
            ControlState unused = ControlOffsets.read(offset);
        } else if (DeletionFeed.isPartition(partition)) {
            Instant unused = DeletionFeed.reached(offset);
        } else if (KnownOffsets.isHead(partition)) {
            KnownOffsets.Head unused = KnownOffsets.readHead(offset);
        } else if (KnownOffsets.isPartition(partition)) {
            KnownIds.Kept unused = KnownOffsets.readSlice(0, offset);
        } else if (FeedParts.name(partition).isEmpty()) {
            checkCursor(unit, offset);
        } else {
            throw new IllegalArgumentException("part of a source partition is control, deletes, known or missing");
        }
    }

    private static void checkCursor(SourceUnit unit, Map<String, ?> offset) {
        switch (ShopifyStream.of(unit).orElseThrow()) {
            case ORDERS, PRODUCTS, CUSTOMERS -> Offsets.read(offset);
            case LOCATIONS -> LocationCursor.read(offset);
            case INVENTORY_LEVELS -> LevelCursor.read(offset);
        }
    }

    private Map<String, String> taskConfig(int number, List<String> own, List<String> all) {
        Map<String, String> config = new HashMap<>(properties);
        config.put(ShopifyConfig.SHOPS, String.join(",", own));
        config.put(ShopifyConfig.ALL_SHOPS, String.join(",", all));
        config.put(ShopifyConfig.TASK_NUMBER, Integer.toString(number));
        return config;
    }
}
