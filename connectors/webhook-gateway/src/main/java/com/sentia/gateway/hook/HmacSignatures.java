package com.sentia.gateway.hook;

import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks HMAC-SHA256 signatures against the secrets in force: the present one, and a former one while it is being changed. */
public final class HmacSignatures {
    /** Length of a signature. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;
    private final LongAdder hashes = new LongAdder();

    /**
     * A check against some secrets.
     *
     * @param secrets the likeliest first
     */
    public HmacSignatures(List<Secret> secrets) {
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /** Whether one of the secrets makes this signature of the body; how long that takes says nothing of how near it was. */
    public boolean fits(byte[] body, byte[] signature) {
        return fits(new byte[0], body, signature);
    }

    /** As above, of something that stands before the body in what is signed, and the body. */
    public boolean fits(byte[] before, byte[] body, byte[] signature) {
        for (SecretKeySpec key : keys) {
            if (MessageDigest.isEqual(hash(key, before, body), signature)) {
                return true;
            }
        }
        return false;
    }

    /** How many hashes were made: what bad signatures cost. */
    public long hashes() {
        return hashes.sum();
    }

    private byte[] hash(SecretKeySpec key, byte[] before, byte[] body) {
        hashes.increment();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(before);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
