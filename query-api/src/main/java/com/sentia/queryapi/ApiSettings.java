package com.sentia.queryapi;

import com.sentia.queryapi.database.DatabaseSettings;
import com.sentia.settings.Settings;

/** Where the API listens and which database it reads. */
public record ApiSettings(String host, int port, DatabaseSettings database) {
    /** Reads every key and throws once with all that is wrong. */
    public static ApiSettings from(Settings settings) {
        ApiSettings read = new ApiSettings(
                settings.text("http.host", "127.0.0.1"),
                settings.integer("http.port", 0, 65_535, 8080),
                DatabaseSettings.from(settings));
        settings.finish();
        return read;
    }
}
