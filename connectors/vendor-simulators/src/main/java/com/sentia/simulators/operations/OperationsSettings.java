package com.sentia.simulators.operations;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.util.Optional;

/**
 * Where the simulated factory writes what happens.
 *
 * @param url of Sentia's own production database, {@code jdbc:postgresql://…}
 * @param user the role that owns it
 * @param seed of what happens
 */
public record OperationsSettings(String url, String user, Secret password, int seed) {
    private static final String URL = "operations.database.url";

    /** The settings, or nothing where no database is given: then there is no factory. */
    public static Optional<OperationsSettings> from(Settings settings) {
        String url = settings.text(URL, "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OperationsSettings(
                url,
                settings.text("operations.database.user"),
                settings.secret("operations.database.password"),
                settings.integer("operations.seed", 0, Integer.MAX_VALUE, 1)));
    }
}
