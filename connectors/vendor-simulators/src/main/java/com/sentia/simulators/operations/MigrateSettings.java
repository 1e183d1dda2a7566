package com.sentia.simulators.operations;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;

/**
 * What {@link Migrate} needs to know.
 *
 * @param url of the database, {@code jdbc:postgresql://…}
 * @param user the role that owns the database
 * @param capture the role that change capture signs in as
 */
record MigrateSettings(String url, String user, Secret password, String capture) {
    private static final String CAPTURE = "database.capture.user";

    static MigrateSettings from(Settings settings) {
        MigrateSettings read = new MigrateSettings(
                settings.text("database.url"),
                settings.text("database.user"),
                settings.secret("database.password"),
                settings.text(CAPTURE));
        // A role stands in statements as it is.
        if (!read.capture.isEmpty() && !read.capture.matches("[a-z_][a-z0-9_]*")) {
            settings.reject(CAPTURE, "'" + read.capture + "' must be a lower-case name");
        }
        settings.finish();
        return read;
    }
}
