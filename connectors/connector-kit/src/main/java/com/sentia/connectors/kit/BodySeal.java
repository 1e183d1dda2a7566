package com.sentia.connectors.kit;

import com.sentia.settings.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts bodies that may hold personal data before they are set aside, and opens them again for a redrive.
 *
 * <p>Sealed: a format byte, the length of the key's id and the id (ASCII), a random nonce, then AES-256-GCM's ciphertext and tag.
 * What stands before the nonce is authenticated too. Nonces are random, so one key is good for some 2^32 bodies.
 */
public final class BodySeal {
    private static final byte FORMAT = 1;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final byte[] PURPOSE = "sentia sealed body 1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int LONGEST_ID = 32;

    private final String keyId;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * A seal that closes and opens with one key.
     *
     * @param keyId names the key: letters and digits, at most 32
     * @param secret at least 32 characters that nobody can guess; the key is derived from it
     */
    public BodySeal(String keyId, Secret secret) {
        this(keyId, Map.of(keyId, derived(keyId, secret)));
    }

    private BodySeal(String keyId, Map<String, SecretKeySpec> keys) {
        this.keyId = keyId;
        this.keys = Map.copyOf(keys);
    }

    /** The same seal, which also opens what was sealed with a former key. */
    public BodySeal opening(String formerId, Secret formerSecret) {
        Map<String, SecretKeySpec> all = new HashMap<>(keys);
        all.put(formerId, derived(formerId, formerSecret));
        return new BodySeal(keyId, all);
    }

    /** Name of the key that closes. */
    public String keyId() {
        return keyId;
    }

    /** The body, readable only with the key. */
    public byte[] seal(byte[] body) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(2 + id.length + NONCE_BYTES + body.length + TAG_BYTES);
        sealed.put(FORMAT).put((byte) id.length).put(id);
        byte[] authenticated = new byte[2 + id.length];
        sealed.get(0, authenticated);
        sealed.put(nonce).put(apply(Cipher.ENCRYPT_MODE, key(keyId), nonce, authenticated, body));
        return sealed.array();
    }

    /**
     * The body that was sealed.
     *
     * @throws IllegalArgumentException when the bytes are not sealed, were changed, or the key is not known; the message says which
     */
    public byte[] open(byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != FORMAT || sealed[1] < 1 || sealed[1] > LONGEST_ID) {
            throw new IllegalArgumentException("not a sealed body");
        }
        int nonceAt = 2 + sealed[1];
        if (sealed.length < nonceAt + NONCE_BYTES + TAG_BYTES) {
            throw new IllegalArgumentException("a sealed body was cut off");
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] authenticated = new byte[nonceAt];
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(authenticated).get(nonce);
        byte[] encrypted = new byte[parts.remaining()];
        parts.get(encrypted);
        SecretKeySpec key = key(new String(authenticated, 2, sealed[1], StandardCharsets.US_ASCII));
        return apply(Cipher.DECRYPT_MODE, key, nonce, authenticated, encrypted);
    }

    private SecretKeySpec key(String id) {
        SecretKeySpec key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("sealed with key " + id + ", which is not among " + keys.keySet());
        }
        return key;
    }

    private static byte[] apply(int mode, SecretKeySpec key, byte[] nonce, byte[] authenticated, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(authenticated);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a sealed body was changed, or its key is another of the same name", e);
        }
    }

    private static SecretKeySpec derived(String keyId, Secret secret) {
        if (!keyId.matches("[a-zA-Z0-9]{1," + LONGEST_ID + "}")) {
            throw new IllegalArgumentException("a key's id is 1 to " + LONGEST_ID + " letters and digits");
        }
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), DERIVATION));
            return new SecretKeySpec(mac.doFinal(PURPOSE), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + DERIVATION, e);
        }
    }
}
