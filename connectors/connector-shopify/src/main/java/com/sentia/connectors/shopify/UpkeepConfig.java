package com.sentia.connectors.shopify;

import com.sentia.settings.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** The settings of reading the past by bulk operations, of deletes, reconciliation and subscriptions. */
final class UpkeepConfig {
    static final String BACKFILL_BY = "backfill.by";
    static final String BULK_THRESHOLD = "bulk.threshold";
    static final String BULK_DEADLINE = "bulk.deadline";
    static final String BULK_POLL_INTERVAL = "bulk.poll.interval";
    static final String BULK_RECORDS = "bulk.records";
    static final String DELETES_POLL_INTERVAL = "deletes.poll.interval";
    static final String RECONCILE_INTERVAL = "reconcile.interval";
    static final String RECONCILE_MOST_DELETED = "reconcile.most.deleted.percent";
    static final String WEBHOOKS_CALLBACK_URL = "webhooks.callback.url";
    static final String WEBHOOKS_CHECK_INTERVAL = "webhooks.check.interval";

    /** Stands for a duration where something is not to be done at all. */
    static final String OFF = "off";

    private UpkeepConfig() {}

    static void define(ConfigDef def) {
        text(
                def,
                BACKFILL_BY,
                "auto",
                ConfigDef.ValidString.in("auto", "bulk", "pages"),
                "How the past is read, at the first start and where a signal asks for it: by bulk operations, by pages, or by"
                        + " what is quicker for as many records as there are.");
        def.define(
                BULK_THRESHOLD,
                ConfigDef.Type.INT,
                5000,
                Range.atLeast(1),
                Importance.LOW,
                "Records from which on " + BACKFILL_BY + " auto takes bulk operations.");
        duration(
                def,
                BULK_DEADLINE,
                "6h",
                "How long a bulk operation may run, or a slot for one be waited for. Then our own is cancelled and the span"
                        + " halved, or read by pages. Nobody else's operation is ever cancelled.");
        duration(def, BULK_POLL_INTERVAL, "10s", "How often it is asked how a bulk operation stands.");
        def.define(
                BULK_RECORDS,
                ConfigDef.Type.INT,
                1000,
                Range.between(1, 5000),
                Importance.LOW,
                "Records of a bulk operation handed on at once, as one transaction.");
        text(
                def,
                DELETES_POLL_INTERVAL,
                "1m",
                Rule.DURATION_OR_OFF,
                "How often Shopify is asked which records were deleted; off for never.");
        text(
                def,
                RECONCILE_INTERVAL,
                "24h",
                Rule.DURATION_OR_OFF,
                "How often, by the shop's clock, the ids the shop has are compared with those handed on: what is gone is"
                        + " deleted, what was missed is read; off for never.");
        def.define(
                RECONCILE_MOST_DELETED,
                ConfigDef.Type.INT,
                5,
                Range.between(0, 100),
                Importance.LOW,
                "A reconciliation that finds a greater share gone, and more than 100 records, deletes nothing and tells so.");
        text(
                def,
                WEBHOOKS_CALLBACK_URL,
                "",
                Rule.HTTP_ADDRESS_OR_NONE,
                "Where the shops are to tell their webhooks, such as https://hooks.example.com/v1/hooks/shopify: what is not"
                        + " subscribed to is. Empty: subscriptions are somebody else's.");
        duration(def, WEBHOOKS_CHECK_INTERVAL, "15m", "How often it is made sure that webhooks are subscribed to.");
    }

    static BulkSettings bulk(AbstractConfig config) {
        return new BulkSettings(
                BulkSettings.By.valueOf(config.getString(BACKFILL_BY).toUpperCase(Locale.ROOT)),
                config.getInt(BULK_THRESHOLD),
                duration(config, BULK_DEADLINE),
                duration(config, BULK_POLL_INTERVAL),
                config.getInt(BULK_RECORDS));
    }

    static UpkeepSettings upkeep(AbstractConfig config) {
        String callback = config.getString(WEBHOOKS_CALLBACK_URL).strip();
        return new UpkeepSettings(
                duration(config, DELETES_POLL_INTERVAL),
                duration(config, RECONCILE_INTERVAL),
                config.getInt(RECONCILE_MOST_DELETED),
                callback.isEmpty() ? Optional.empty() : Optional.of(URI.create(callback)),
                duration(config, WEBHOOKS_CHECK_INTERVAL));
    }

    private static void text(ConfigDef def, String key, String value, ConfigDef.Validator rule, String doc) {
        def.define(key, ConfigDef.Type.STRING, value, rule, Importance.MEDIUM, doc);
    }

    private static void duration(ConfigDef def, String key, String value, String doc) {
        def.define(key, ConfigDef.Type.STRING, value, Rule.DURATION, Importance.LOW, doc);
    }

    private static Duration duration(AbstractConfig config, String key) {
        String text = config.getString(key);
        return text.equals(OFF) ? Duration.ZERO : Durations.parse(text);
    }
}
