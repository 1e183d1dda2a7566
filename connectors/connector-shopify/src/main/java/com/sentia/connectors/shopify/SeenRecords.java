package com.sentia.connectors.shopify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The records sent lately, so that what the overlap reads again is not sent again. Forgetting is harmless: a record sent twice has
 * the same key and content. Update times are whole seconds, so a record read within its own second may still change unseen; it is
 * only taken for the same when it was read some time after its update.
 */
final class SeenRecords {
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(2);
    private static final int MOST = 100_000;

    private final Map<String, Seen> byId = new LinkedHashMap<>();

    private record Seen(Instant updatedAt, boolean settled, ByteBuffer digest) {}

    /** Whether this state of a record was sent and can't have changed since. */
    boolean isSettled(String gid, Instant updatedAt) {
        Seen seen = byId.get(gid);
        return seen != null && seen.settled() && seen.updatedAt().equals(updatedAt);
    }

    /** Whether exactly this content of a record was sent last. */
    boolean isSame(String gid, String payload) {
        Seen seen = byId.get(gid);
        return seen != null && seen.digest().equals(digest(payload));
    }

    /** Remembers what was sent, as read at a time of the shop's clock. */
    void add(String gid, Instant updatedAt, Instant readAt, String payload) {
        boolean settled = !readAt.isBefore(updatedAt.plus(SETTLED_AFTER));
        byId.remove(gid);
        byId.put(gid, new Seen(updatedAt, settled, digest(payload)));
    }

    /** Forgets everything, so that all of it is sent again. */
    void clear() {
        byId.clear();
    }

    /** Forgets what no overlap can bring back. */
    void forgetBefore(Instant bound) {
        byId.values().removeIf(seen -> seen.updatedAt().isBefore(bound));
        forgetMost();
    }

    /** Forgets the oldest when there are too many. */
    void forgetMost() {
        Iterator<String> eldest = byId.keySet().iterator();
        while (byId.size() > MOST) {
            eldest.next();
            eldest.remove();
        }
    }

    private static ByteBuffer digest(String payload) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
