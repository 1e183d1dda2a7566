package com.sentia.jobs.deadletter;

import com.sentia.runtime.KafkaAddress;
import com.sentia.settings.Settings;
import com.sentia.timescale.DatabaseAddress;

/** Settings of the dead-letter job. */
public record DeadLetterSettings(KafkaAddress kafka, DatabaseAddress database) {

    /** @throws com.sentia.settings.SettingsException naming every problem */
    public static DeadLetterSettings from(Settings settings) {
        DeadLetterSettings read = new DeadLetterSettings(
                new KafkaAddress(settings.text("kafka.bootstrap.servers"), settings.uri("registry.url")),
                DatabaseAddress.of(
                        settings.text("database.url"),
                        settings.text("database.user"),
                        settings.secret("database.password")));
        settings.finish();
        return read;
    }
}
