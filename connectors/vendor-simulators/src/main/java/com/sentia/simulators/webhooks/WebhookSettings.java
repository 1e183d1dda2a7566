package com.sentia.simulators.webhooks;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * Where events are told, and how badly.
 *
 * @param lostPercent share never told at all: vendors guarantee nothing
 * @param doubledPercent share told a second time
 * @param latePercent share told up to half an hour late, so after younger ones
 * @param inventory whether changes of stock are told, of which there are many
 */
public record WebhookSettings(
        URI url, Secret secret, int lostPercent, int doubledPercent, int latePercent, boolean inventory) {
    private static final String URL = "webhooks.url";

    /** The settings, or nothing where no address is given: then no event is told. */
    public static Optional<WebhookSettings> from(Settings settings) {
        if (settings.text(URL, "").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WebhookSettings(
                settings.uri(URL),
                settings.secret("webhooks.secret"),
                settings.integer("webhooks.lost-percent", 0, 100, 1),
                settings.integer("webhooks.doubled-percent", 0, 100, 5),
                settings.integer("webhooks.late-percent", 0, 100, 5),
                settings.flag("webhooks.inventory", false)));
    }
}
