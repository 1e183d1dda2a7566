package com.sentia.gateway;

import com.sentia.settings.Secret;
import com.sentia.settings.Settings;

/**
 * The keys that keep persons unknown.
 *
 * @param pseudonymKeyId name of the pseudonyms' key, as in the connector's setting
 * @param pseudonymKey the connector's key, so that a customer is the same one by either way
 * @param deadLetterKeyId name of the key that seals bodies set aside
 * @param deadLetterKey what that key is made from
 */
public record PersonalDataSettings(
        String pseudonymKeyId, Secret pseudonymKey, String deadLetterKeyId, Secret deadLetterKey) {
    private static final int SHORTEST_PSEUDONYM_KEY = 16;
    private static final int SHORTEST_DEAD_LETTER_KEY = 32;

    /** Reads the keys. */
    public static PersonalDataSettings from(Settings settings) {
        return new PersonalDataSettings(
                keyId(settings, "pseudonym.key-id", "k1"),
                secret(settings, "pseudonym.key", SHORTEST_PSEUDONYM_KEY),
                keyId(settings, "dead-letter.key-id", "d1"),
                secret(settings, "dead-letter.key", SHORTEST_DEAD_LETTER_KEY));
    }

    private static String keyId(Settings settings, String key, String usual) {
        String id = settings.text(key, usual);
        if (!id.matches("[a-zA-Z][a-zA-Z0-9]{0,31}")) {
            settings.reject(key, "'" + id + "' must be at most 32 letters and digits, starting with a letter");
        }
        return id;
    }

    private static Secret secret(Settings settings, String key, int shortest) {
        Secret secret = settings.secret(key);
        if (secret.reveal().length() < shortest) {
            settings.reject(key, "must be at least " + shortest + " characters");
        }
        return secret;
    }
}
