package com.sentia.capture;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.codec.RegistryUnavailableException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * The Connect transform that turns what Debezium captures into raw records and progress, exactly as often as Debezium gives
 * it. Without the registry it asks to be tried again. A row that can't be told becomes a dead letter; what can't be told of any row, such as a
 * table without a rule, stops the connector, so that no progress passes it.
 */
public final class RawRecordTransform implements Transformation<SourceRecord>, Versioned {
    private static final String UNIT = "unit";
    private static final String REGISTRY_URL = "registry.url";
    private static final ConfigDef SETTINGS = new ConfigDef()
            .define(
                    UNIT,
                    ConfigDef.Type.STRING,
                    "plant",
                    new NonEmptyString(),
                    Importance.HIGH,
                    "The plant whose database it is; part of every key.")
            .define(
                    REGISTRY_URL,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Base address of the schema registry.");

    private @Nullable RawRecords records;

    @Override
    public void configure(Map<String, ?> settings) {
        AbstractConfig parsed = new AbstractConfig(SETTINGS, settings, false);
        RecordCodec codec = RecordCodec.connectedTo(URI.create(parsed.getString(REGISTRY_URL)));
        records = new RawRecords(parsed.getString(UNIT), codec::encode);
    }

    @Override
    public @Nullable SourceRecord apply(SourceRecord record) {
        try {
            return Objects.requireNonNull(records, "not configured").of(record).orElse(null);
        } catch (RegistryUnavailableException e) {
            throw new RetriableException("the schema registry does not answer", e);
        }
    }

    @Override
    public ConfigDef config() {
        return SETTINGS;
    }

    @Override
    public String version() {
        @Nullable String version = getClass().getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public void close() {
        records = null;
    }
}
