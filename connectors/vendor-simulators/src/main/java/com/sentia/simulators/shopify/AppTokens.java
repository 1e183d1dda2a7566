package com.sentia.simulators.shopify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The tokens that one shop has given an app, and what they are good for. A refresh token rotates with each use; the one before it stays good
 * until the new one, or the access token that came with it, is first used. Kept over kills. Safe for use by many threads.
 */
public final class AppTokens {
    private final byte[] permanent;
    private final Optional<AppSettings> app;
    private final Path file;
    private final LongSupplier millis;
    private KeptTokens kept;
    private int issued;
    private int refused;

    /**
     * The tokens as an earlier process left them.
     *
     * @param permanent a token that is always good
     * @param millis the time that tokens live by
     */
    public AppTokens(String permanent, Optional<AppSettings> app, Path file, LongSupplier millis) {
        this.permanent = bytes(permanent);
        this.app = app;
        this.file = file;
        this.millis = millis;
        try {
            this.kept = KeptTokens.read(file)
                    .orElseGet(() -> KeptTokens.authorised(
                            app.map(own -> own.refreshToken().reveal()).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException("tokens given before can't be read from " + file, e);
        }
    }

    /** How many access tokens were given, and how often none was. */
    synchronized Map<String, Integer> counts() {
        return Map.of("issued", issued, "refused", refused);
    }

    /** Whether a request may be answered; the first use of a new token ends the refresh token before it. */
    synchronized boolean isGood(String presented) {
        long now = millis.getAsLong();
        if (isEqual(permanent, presented)) {
            return true;
        }
        if (now < kept.clientUntil() && isEqual(bytes(kept.clientAccess()), presented)) {
            return true;
        }
        if (now < kept.until() && isEqual(bytes(kept.access()), presented)) {
            keep(kept.used());
            return true;
        }
        return now < kept.formerUntil() && isEqual(bytes(kept.formerAccess()), presented);
    }

    /** The answer to a request for a token. */
    synchronized Answer answer(Map<String, String> form) {
        if (app.isEmpty()
                || !isEqual(bytes(app.get().clientId()), form.getOrDefault("client_id", ""))
                || !isEqual(bytes(app.get().clientSecret().reveal()), form.getOrDefault("client_secret", ""))) {
            return refuse(401, "invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> forClient(app.get());
            case "refresh_token" -> forRefreshToken(app.get(), form.getOrDefault("refresh_token", ""));
            default -> refuse(400, "unsupported_grant_type");
        };
    }

    private Answer forClient(AppSettings own) {
        String access = "shpca_" + UUID.randomUUID();
        keep(kept.forClient(access, millis.getAsLong() + own.clientTokenLife().toMillis()));
        return given(access, own.clientTokenLife().toSeconds(), Optional.empty());
    }

    private Answer forRefreshToken(AppSettings own, String presented) {
        if (isEqual(bytes(kept.refresh()), presented)) {
            keep(kept.used());
        } else if (!isEqual(bytes(kept.formerRefresh()), presented)) {
            return refuse(400, "invalid_grant");
        }
        String access = "shpat_" + UUID.randomUUID();
        String refresh = "shprt_" + UUID.randomUUID();
        boolean again = kept.isUnused();
        keep(kept.rotated(access, millis.getAsLong() + own.tokenLife().toMillis(), refresh, again));
        return given(access, own.tokenLife().toSeconds(), Optional.of(refresh));
    }

    private Answer given(String access, long seconds, Optional<String> refresh) {
        issued++;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", access);
        body.put("expires_in", seconds);
        body.put(
                "scope",
                "read_all_orders,read_customers,read_inventory,read_locations,read_merchant_managed_fulfillment_orders,read_products");
        refresh.ifPresent(token -> body.put("refresh_token", token));
        return Answer.of(200, body);
    }

    private Answer refuse(int status, String code) {
        refused++;
        return Answer.of(status, Map.of("error", code));
    }

    private void keep(KeptTokens next) {
        if (next.equals(kept)) {
            return;
        }
        try {
            next.write(file);
            kept = next;
        } catch (IOException e) {
            throw new UncheckedIOException("tokens can't be kept in " + file, e);
        }
    }

    /** No token is empty. */
    private static boolean isEqual(byte[] known, String presented) {
        return known.length > 0 && MessageDigest.isEqual(bytes(presented), known);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
