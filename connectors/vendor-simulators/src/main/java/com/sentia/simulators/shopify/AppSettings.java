package com.sentia.simulators.shopify;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * The app as the shops know it, where it asks for its tokens itself.
 *
 * @param refreshToken the first one, as the authorisation of each shop gave it
 * @param tokenLife of an access token that a refresh token was given for
 * @param clientTokenLife of one that the client's own credentials were given for
 */
public record AppSettings(
        String clientId, Secret clientSecret, Secret refreshToken, Duration tokenLife, Duration clientTokenLife) {
    private static final String CLIENT_ID = "app.client-id";

    /** The settings, or nothing where the app has but its permanent token. */
    public static Optional<AppSettings> from(Settings settings) {
        String clientId = settings.text(CLIENT_ID, "");
        Duration life = settings.duration("app.token-life", Duration.ofHours(1));
        Duration clientLife = settings.duration("app.client-token-life", Duration.ofHours(24));
        return clientId.isEmpty()
                ? Optional.empty()
                : Optional.of(new AppSettings(
                        clientId,
                        settings.secret("app.client-secret"),
                        settings.secret("app.refresh-token"),
                        life,
                        clientLife));
    }
}
