package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Durations;
import com.sentia.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/**
 * The connector's settings, typed.
 *
 * @param levelsFullInterval how often all stock levels are read, by the shop's clock
 * @param seal for what may not be kept in the clear
 */
record ShopifySettings(
        List<Shop> shops,
        SortedMap<ShopifyStream, StreamSettings> streams,
        URI registry,
        Pseudonyms pseudonyms,
        Duration stoppedRetry,
        Duration requestTimeout,
        Duration levelsFullInterval,
        BodySeal seal,
        BulkSettings bulk,
        UpkeepSettings upkeep) {
    /** No shop is older; where all but orders begin, as what they are now counts and not when they became it. */
    private static final Instant FIRST_SHOP = Instant.parse("2000-01-01T00:00:00Z");

    /** A step of products is one page, so that the orders have their turn after it. */
    private static final int ONE_PAGE = 1;

    /**
     * Reads and checks a connector's or task's configuration.
     *
     * @throws ConfigException naming key, value and rule of everything that is wrong
     */
    static ShopifySettings from(Map<String, String> properties) {
        List<String> problems = new ArrayList<>();
        for (ConfigValue value : check(properties)) {
            problems.addAll(value.errorMessages());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("; ", problems));
        }
        AbstractConfig config = new AbstractConfig(ShopifyConfig.definition(), properties, false);
        return new ShopifySettings(
                config.getList(ShopifyConfig.SHOPS).stream()
                        .map(domain -> shop(domain, config, properties))
                        .toList(),
                streams(config),
                URI.create(config.getString(ShopifyConfig.REGISTRY_URL)),
                new Pseudonyms(
                        config.getString(ShopifyConfig.PSEUDONYM_KEY_ID),
                        new Secret(config.getPassword(ShopifyConfig.PSEUDONYM_KEY)
                                .value()
                                .strip())),
                duration(config, ShopifyConfig.STOPPED_RETRY_INTERVAL),
                duration(config, ShopifyConfig.REQUEST_TIMEOUT),
                duration(config, ShopifyConfig.INVENTORY_FULL_INTERVAL),
                new BodySeal(
                        "position",
                        new Secret(config.getPassword(ShopifyConfig.PSEUDONYM_KEY)
                                .value()
                                .strip())),
                UpkeepConfig.bulk(config),
                UpkeepConfig.upkeep(config));
    }

    /** Every setting with its problems, those that concern several settings at once included. */
    static List<ConfigValue> check(Map<String, String> properties) {
        List<ConfigValue> values = ShopifyConfig.definition().validate(properties);
        for (ConfigValue value : values) {
            switch (value.name()) {
                case ShopifyConfig.TOPIC,
                        ShopifyConfig.PRODUCTS_TOPIC,
                        ShopifyConfig.CUSTOMERS_TOPIC,
                        ShopifyConfig.LOCATIONS_TOPIC,
                        ShopifyConfig.INVENTORY_TOPIC -> requireTopic(value);
                case ShopifyConfig.COMPLETENESS_DELAY -> requireASecond(value);
                case ShopifyConfig.PAGE_LINES ->
                    requireAffordable(ShopifyStream.ORDERS, ShopifyConfig.PAGE_ORDERS, value, values);
                case ShopifyConfig.PAGE_VARIANTS ->
                    requireAffordable(ShopifyStream.PRODUCTS, ShopifyConfig.PAGE_PRODUCTS, value, values);
                default -> {
                    // The setting's own rule is all there is to it.
                }
            }
        }
        requireAccess(values, properties);
        return values;
    }

    private static void requireAccess(List<ConfigValue> values, Map<String, String> properties) {
        List<String> shops = valueOf(values, ShopifyConfig.SHOPS) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        Map<String, String> problems = AccessConfig.problems(shops, properties);
        values.stream()
                .filter(value -> problems.containsKey(value.name()))
                .forEach(value -> value.addErrorMessage(
                        "Invalid value for configuration " + value.name() + ": " + problems.get(value.name())));
    }

    private static void requireTopic(ConfigValue value) {
        if (Topics.named(String.valueOf(value.value())).isEmpty()) {
            value.addErrorMessage("Invalid value " + value.value() + " for configuration " + value.name()
                    + ": must be a topic of the catalogue");
        }
    }

    private static void requireASecond(ConfigValue value) {
        boolean valid = value.errorMessages().isEmpty();
        if (valid && Durations.parse(String.valueOf(value.value())).compareTo(Duration.ofSeconds(1)) < 0) {
            value.addErrorMessage("Invalid value " + value.value() + " for configuration " + value.name()
                    + ": must be at least 1s, as the shop tells its clock to the second");
        }
    }

    private static void requireAffordable(
            ShopifyStream stream, String recordsKey, ConfigValue value, List<ConfigValue> values) {
        if (value.value() instanceof Integer items && valueOf(values, recordsKey) instanceof Integer records) {
            int cost = stream.cost(new PageSize(records, items));
            if (cost > ShopifyConfig.MOST_COST) {
                value.addErrorMessage("Invalid value " + items + " for configuration " + value.name() + ": " + records
                        + " " + stream.plural() + " with as many each cost " + cost + " points, must be "
                        + ShopifyConfig.MOST_COST + " at most; lower it or " + recordsKey);
            }
        }
    }

    private static Object valueOf(List<ConfigValue> values, String name) {
        return values.stream()
                .filter(value -> value.name().equals(name) && value.value() != null)
                .findFirst()
                .<Object>map(ConfigValue::value)
                .orElse("");
    }

    private static Shop shop(String domain, AbstractConfig config, Map<String, String> properties) {
        String version = config.getString(ShopifyConfig.API_VERSION);
        String base = config.getString(ShopifyConfig.BASE_URL).replace(ShopifyConfig.SHOP, domain);
        URI endpoint = URI.create(base.replaceAll("/+$", "") + "/admin/api/" + version + "/graphql.json");
        return new Shop(domain, endpoint, version, AccessConfig.of(domain, properties));
    }

    private static SortedMap<ShopifyStream, StreamSettings> streams(AbstractConfig config) {
        SortedMap<ShopifyStream, StreamSettings> streams = new TreeMap<>();
        for (String name : config.getList(ShopifyConfig.STREAMS)) {
            ShopifyStream stream = ShopifyStream.named(name).orElseThrow();
            streams.put(
                    stream,
                    switch (stream) {
                        case ORDERS -> orders(config);
                        case PRODUCTS -> products(config);
                        case CUSTOMERS -> customers(config);
                        case LOCATIONS -> locations(config);
                        case INVENTORY_LEVELS -> levels(config);
                    });
        }
        return Collections.unmodifiableSortedMap(streams);
    }

    private static StreamSettings orders(AbstractConfig config) {
        return new StreamSettings(
                topic(config, ShopifyConfig.TOPIC),
                timing(
                        config,
                        Instant.parse(config.getString(ShopifyConfig.BACKFILL_FROM)),
                        ShopifyConfig.POLL_INTERVAL,
                        config.getInt(ShopifyConfig.POLL_ORDERS)),
                page(config, ShopifyConfig.PAGE_ORDERS, ShopifyConfig.PAGE_LINES));
    }

    private static StreamSettings products(AbstractConfig config) {
        return new StreamSettings(
                topic(config, ShopifyConfig.PRODUCTS_TOPIC),
                timing(config, FIRST_SHOP, ShopifyConfig.PRODUCTS_POLL_INTERVAL, ONE_PAGE),
                page(config, ShopifyConfig.PAGE_PRODUCTS, ShopifyConfig.PAGE_VARIANTS));
    }

    private static StreamSettings customers(AbstractConfig config) {
        return new StreamSettings(
                topic(config, ShopifyConfig.CUSTOMERS_TOPIC),
                timing(config, FIRST_SHOP, ShopifyConfig.CUSTOMERS_POLL_INTERVAL, ONE_PAGE),
                new PageSize(config.getInt(ShopifyConfig.PAGE_CUSTOMERS), 0));
    }

    private static StreamSettings locations(AbstractConfig config) {
        return new StreamSettings(
                topic(config, ShopifyConfig.LOCATIONS_TOPIC),
                timing(config, FIRST_SHOP, ShopifyConfig.LOCATIONS_POLL_INTERVAL, ONE_PAGE),
                new PageSize(LocationList.PER_PAGE, 0));
    }

    private static StreamSettings levels(AbstractConfig config) {
        return new StreamSettings(
                topic(config, ShopifyConfig.INVENTORY_TOPIC),
                timing(config, FIRST_SHOP, ShopifyConfig.INVENTORY_POLL_INTERVAL, ONE_PAGE),
                new PageSize(config.getInt(ShopifyConfig.PAGE_LEVELS), 0));
    }

    private static Topic topic(AbstractConfig config, String key) {
        return Topics.named(config.getString(key)).orElseThrow();
    }

    private static PageSize page(AbstractConfig config, String records, String items) {
        return new PageSize(config.getInt(records), config.getInt(items));
    }

    private static FeedTiming timing(AbstractConfig config, Instant from, String pollInterval, int recordsPerPoll) {
        return new FeedTiming(
                from,
                duration(config, ShopifyConfig.OVERLAP),
                duration(config, pollInterval),
                duration(config, ShopifyConfig.HEARTBEAT_INTERVAL),
                duration(config, ShopifyConfig.COMPLETENESS_DELAY),
                recordsPerPoll,
                config.getInt(ShopifyConfig.WINDOW_ORDERS));
    }

    private static Duration duration(AbstractConfig config, String key) {
        return Durations.parse(config.getString(key));
    }
}
