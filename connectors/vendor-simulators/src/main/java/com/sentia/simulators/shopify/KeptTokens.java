package com.sentia.simulators.shopify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The tokens a shop has given, as they are kept; empty texts stand for none.
 *
 * @param access the newest given for a refresh token, good until {@code until} (epoch milliseconds)
 * @param refresh what the next one is asked for with
 * @param formerAccess the one before, good until it ends
 * @param formerRefresh the one before, good until the newest is first used
 * @param clientAccess the newest given for the client's own credentials
 */
record KeptTokens(
        String access,
        long until,
        String refresh,
        String formerAccess,
        long formerUntil,
        String formerRefresh,
        String clientAccess,
        long clientUntil) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What there is when a merchant has authorised the app. */
    static KeptTokens authorised(String refresh) {
        return new KeptTokens("", 0, refresh, "", 0, "", "", 0);
    }

    static Optional<KeptTokens> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), KeptTokens.class)) : Optional.empty();
    }

    /** Replaces the file in one step. */
    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(this));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The newest was used: the refresh token before it is no longer good. */
    KeptTokens used() {
        return new KeptTokens(access, until, refresh, formerAccess, formerUntil, "", clientAccess, clientUntil);
    }

    /** Whether nobody has used the newest yet, so that the refresh token before it is good. */
    boolean isUnused() {
        return !formerRefresh.isEmpty();
    }

    /**
     * New tokens were given.
     *
     * @param again for the refresh token before the newest: the newest, which nobody used, is void
     */
    KeptTokens rotated(String newAccess, long newUntil, String newRefresh, boolean again) {
        return new KeptTokens(
                newAccess,
                newUntil,
                newRefresh,
                again ? formerAccess : access,
                again ? formerUntil : until,
                again ? formerRefresh : refresh,
                clientAccess,
                clientUntil);
    }

    KeptTokens forClient(String newAccess, long newUntil) {
        return new KeptTokens(access, until, refresh, formerAccess, formerUntil, formerRefresh, newAccess, newUntil);
    }
}
