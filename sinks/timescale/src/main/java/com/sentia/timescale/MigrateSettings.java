package com.sentia.timescale;

import com.sentia.settings.Settings;

/**
 * What {@link Migrate} needs to know.
 *
 * @param address of the database, as its owner
 * @param writer role that gets the right to write
 * @param reader role that gets the right to read
 */
record MigrateSettings(DatabaseAddress address, String writer, String reader) {
    static MigrateSettings from(Settings settings) {
        MigrateSettings read = new MigrateSettings(
                DatabaseAddress.of(
                        settings.text("database.url"),
                        settings.text("database.user"),
                        settings.secret("database.password")),
                role(settings, "database.writer.user"),
                role(settings, "database.reader.user"));
        settings.finish();
        return read;
    }

    /** Roles stand in statements as they are, so only plain names are taken. */
    private static String role(Settings settings, String key) {
        String role = settings.text(key);
        if (!role.isEmpty() && !role.matches("[a-z_][a-z0-9_]*")) {
            settings.reject(key, "'" + role + "' must be a lower-case name");
        }
        return role;
    }
}
