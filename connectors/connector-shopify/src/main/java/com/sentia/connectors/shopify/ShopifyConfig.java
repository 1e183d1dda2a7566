package com.sentia.connectors.shopify;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Every setting of the connector: its key, default, rule and what it is for. */
final class ShopifyConfig {
    static final String SHOPS = "shops";
    static final String BASE_URL = "base.url";
    static final String API_VERSION = "api.version";
    static final String STREAMS = "streams";
    static final String TOPIC = "topic";
    static final String PRODUCTS_TOPIC = "products.topic";
    static final String CUSTOMERS_TOPIC = "customers.topic";
    static final String LOCATIONS_TOPIC = "locations.topic";
    static final String INVENTORY_TOPIC = "inventory.topic";
    static final String REGISTRY_URL = "registry.url";
    static final String SIGNAL_SERVERS = "signal.bootstrap.servers";
    static final String PSEUDONYM_KEY = "pseudonym.key";
    static final String PSEUDONYM_KEY_ID = "pseudonym.key.id";
    static final String BACKFILL_FROM = "backfill.from";
    static final String OVERLAP = "overlap";
    static final String POLL_INTERVAL = "poll.interval";
    static final String PRODUCTS_POLL_INTERVAL = "products.poll.interval";
    static final String CUSTOMERS_POLL_INTERVAL = "customers.poll.interval";
    static final String LOCATIONS_POLL_INTERVAL = "locations.poll.interval";
    static final String INVENTORY_POLL_INTERVAL = "inventory.poll.interval";
    static final String INVENTORY_FULL_INTERVAL = "inventory.full.interval";
    static final String HEARTBEAT_INTERVAL = "heartbeat.interval";
    static final String COMPLETENESS_DELAY = "completeness.delay";
    static final String STOPPED_RETRY_INTERVAL = "stopped.retry.interval";
    static final String REQUEST_TIMEOUT = "request.timeout";
    static final String PAGE_ORDERS = "page.orders";
    static final String PAGE_LINES = "page.lines";
    static final String PAGE_PRODUCTS = "page.products";
    static final String PAGE_VARIANTS = "page.variants";
    static final String PAGE_CUSTOMERS = "page.customers";
    static final String PAGE_LEVELS = "page.levels";
    static final String POLL_ORDERS = "poll.orders";
    static final String WINDOW_ORDERS = "window.orders";

    /** Begins the settings of the consumer of signals. */
    static final String SIGNAL_CONSUMER = "signal.consumer.";

    /** All shops of the connector, as tasks are told them beside their own. */
    static final String ALL_SHOPS = "task.all.shops";

    /** Which task it is, from 0, as tasks are told. */
    static final String TASK_NUMBER = "task.number";

    /** Stands for the shop's domain in {@link #BASE_URL}. */
    static final String SHOP = "{shop}";

    /** The most points Shopify takes for one query. */
    static final int MOST_COST = 1000;

    private ShopifyConfig() {}

    static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        access(def);
        contents(def);
        timing(def);
        sizes(def);
        UpkeepConfig.define(def);
        return def;
    }

    private static void access(ConfigDef def) {
        def.define(
                SHOPS,
                ConfigDef.Type.LIST,
                ConfigDef.NO_DEFAULT_VALUE,
                Rule.SHOP_DOMAINS,
                Importance.HIGH,
                "Domains of the" + " shops to read. Each is a unit of its own, and at most one task reads it.");
        def.define(
                BASE_URL,
                ConfigDef.Type.STRING,
                "https://" + SHOP,
                Rule.HTTP_ADDRESS,
                Importance.LOW,
                "Where a shop is" + " reached; " + SHOP + " stands for its domain.");
        def.define(
                API_VERSION,
                ConfigDef.Type.STRING,
                "2026-10",
                Rule.API_VERSION,
                Importance.MEDIUM,
                "Version of the Admin" + " GraphQL API to ask for.");
        AccessConfig.define(def);
    }

    private static void contents(ConfigDef def) {
        def.define(
                STREAMS,
                ConfigDef.Type.LIST,
                "orders,products",
                Rule.STREAMS,
                Importance.MEDIUM,
                "What is read of every shop."
                        + " Orders need the access scope read_orders, products read_products, customers read_customers, locations"
                        + " read_locations, inventory-levels read_inventory and read_locations. Orders come first.");
        def.define(
                TOPIC,
                ConfigDef.Type.STRING,
                ShopifyStream.ORDERS.topic().name(),
                Importance.LOW,
                "Topic of the raw orders;"
                        + " it must be in the topic catalogue. Dead letters go to the topic with .rejected behind.");
        def.define(
                PRODUCTS_TOPIC,
                ConfigDef.Type.STRING,
                ShopifyStream.PRODUCTS.topic().name(),
                Importance.LOW,
                "The same for the" + " raw products.");
        topic(def, CUSTOMERS_TOPIC, ShopifyStream.CUSTOMERS, "The same for the raw customers.");
        topic(def, LOCATIONS_TOPIC, ShopifyStream.LOCATIONS, "The same for the raw locations.");
        topic(def, INVENTORY_TOPIC, ShopifyStream.INVENTORY_LEVELS, "The same for the raw stock levels.");
        def.define(
                REGISTRY_URL,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Rule.HTTP_ADDRESS,
                Importance.HIGH,
                "Base" + " address of the schema registry's Confluent API.");
        def.define(
                SIGNAL_SERVERS,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Kafka brokers with the topics"
                        + " connector.signal.v1 and connector.notice.v1; what their consumer needs besides, such as credentials, begins"
                        + " with " + SIGNAL_CONSUMER
                        + " (signal.consumer.security.protocol). Empty: no signals, no notices.");
        def.define(
                PSEUDONYM_KEY,
                ConfigDef.Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                Rule.secret(16),
                Importance.HIGH,
                "Key that"
                        + " turns customer ids into pseudonyms. The same key must be used by every source of the same customers.");
        def.define(
                PSEUDONYM_KEY_ID,
                ConfigDef.Type.STRING,
                "k1",
                Rule.KEY_ID,
                Importance.LOW,
                "Name of the key, put in front of" + " every pseudonym.");
        def.define(
                BACKFILL_FROM,
                ConfigDef.Type.STRING,
                "2000-01-01T00:00:00Z",
                Rule.INSTANT,
                Importance.MEDIUM,
                "Orders changed"
                        + " before this instant are never read. More than 60 days back needs the scope read_all_orders. Products are"
                        + " read from the first on.");
    }

    private static void timing(ConfigDef def) {
        duration(
                def,
                OVERLAP,
                "5m",
                Importance.MEDIUM,
                "How far behind the newest change read a pass begins, for changes"
                        + " that the shop's search index showed late.");
        duration(def, POLL_INTERVAL, "15m", Importance.MEDIUM, "Pause after the orders were read to their end.");
        duration(
                def,
                PRODUCTS_POLL_INTERVAL,
                "15m",
                Importance.MEDIUM,
                "Pause after the products were read to"
                        + " their end. They are read only while the orders are caught up.");
        duration(
                def,
                CUSTOMERS_POLL_INTERVAL,
                "15m",
                Importance.MEDIUM,
                "The same for the customers, and so for what" + " follows.");
        duration(def, LOCATIONS_POLL_INTERVAL, "1h", Importance.LOW, "How often all locations are read.");
        duration(
                def,
                INVENTORY_POLL_INTERVAL,
                "15m",
                Importance.MEDIUM,
                "Pause after the stock levels that changed" + " were read to their end.");
        duration(
                def,
                INVENTORY_FULL_INTERVAL,
                "24h",
                Importance.MEDIUM,
                "How often all stock levels are read, by the"
                        + " shop's clock: what an item costs changes without its levels.");
        duration(def, HEARTBEAT_INTERVAL, "5s", Importance.LOW, "How often at least progress is told, changed or not.");
        duration(
                def,
                COMPLETENESS_DELAY,
                "1s",
                Importance.LOW,
                "How far behind the shop's clock a feed read to its end is"
                        + " called complete: at least the second its clock is told to, and more where its index lags.");
        duration(def, STOPPED_RETRY_INTERVAL, "3m", Importance.LOW, "How often a shop that refused us is asked again.");
        duration(def, REQUEST_TIMEOUT, "30s", Importance.LOW, "How long an answer may take.");
    }

    private static void sizes(ConfigDef def) {
        size(def, PAGE_ORDERS, 18, 250, "Orders asked for in one page.");
        size(
                def,
                PAGE_LINES,
                10,
                250,
                "Lines asked for with each order; the others follow in queries for many orders.");
        size(def, PAGE_PRODUCTS, 10, 250, "Products asked for in one page, handed on as one transaction.");
        size(def, PAGE_VARIANTS, 25, 250, "Variants asked for with each product; the others follow.");
        size(def, PAGE_CUSTOMERS, 100, 250, "Customers asked for in one page, handed on as one transaction.");
        size(def, PAGE_LEVELS, 50, 100, "Stock levels asked for in one page, handed on as one transaction.");
        size(def, POLL_ORDERS, 200, 5000, "Orders gathered before they are handed on, as one transaction.");
        size(
                def,
                WINDOW_ORDERS,
                20_000,
                24_000,
                "Orders, products, customers or stock levels after which a new query is begun, as Shopify pages one query"
                        + " 25,000 objects far.");
    }

    private static void duration(ConfigDef def, String key, String value, Importance importance, String doc) {
        def.define(key, ConfigDef.Type.STRING, value, Rule.DURATION, importance, doc);
    }

    private static void topic(ConfigDef def, String key, ShopifyStream stream, String doc) {
        def.define(key, ConfigDef.Type.STRING, stream.topic().name(), Importance.LOW, doc);
    }

    private static void size(ConfigDef def, String key, int value, int most, String doc) {
        def.define(key, ConfigDef.Type.INT, value, Range.between(1, most), Importance.LOW, doc);
    }
}
