package com.sentia.connectors.kit;

import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a person's id by a keyed hash, so that the same person is still the same one and nobody without the key can tell who.
 * The key's id stands in front, so that a new key can be told from the old.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 16;

    private final String keyId;
    private final SecretKeySpec key;

    public Pseudonyms(String keyId, Secret key) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The pseudonym of a vendor's customer.
     *
     * @param vendor lower-case vendor name
     * @param customerId the vendor's id, in the scope in which it is unique
     */
    public String of(String vendor, String customerId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((vendor + ":" + customerId).getBytes(StandardCharsets.UTF_8));
            return keyId + ":" + HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
