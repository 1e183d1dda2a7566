package com.sentia.launcher.privacy;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A person, as the pipeline knows one.
 *
 * @param source lower-case vendor name whose customer it is
 * @param unit shop, seller, tenant or account
 * @param pseudonym what stands in records in place of the customer's id
 */
public record Subject(String source, String unit, String pseudonym) {
    /** Whether the pseudonym stands in the bytes: it is plain text wherever it stands. */
    boolean standsIn(byte @Nullable [] bytes) {
        if (bytes == null) {
            return false;
        }
        byte[] wanted = pseudonym.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && bytes[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
