package com.sentia.connectors.kit.tokens;

import com.sentia.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a credential's tokens, as it is stored.
 *
 * @param revision grows by one with each writing; the first is 1
 * @param seed which authorisation the tokens come from
 * @param refreshToken what to ask with next; null where none is needed
 * @param accessToken the newest given; null before the first
 * @param from when it was asked for
 * @param until when it ends
 * @param asking who has begun to ask for the next one; null when nobody has
 */
public record StoredToken(
        long revision,
        String seed,
        @Nullable Secret refreshToken,
        @Nullable Secret accessToken,
        Instant from,
        Instant until,
        @Nullable Asking asking) {
    /** Of a token's life, after which the next one is asked for. */
    private static final double WELL_USED = 0.8;

    /**
     * Somebody's question for the next token, told before it is asked.
     *
     * @param who a task, by a name that no other start of it has
     * @param at when, by its clock
     */
    public record Asking(String who, Instant at) {}

    /** What there is before the first token was given. */
    static StoredToken first(long revision, Credential credential) {
        return new StoredToken(
                revision,
                credential.seed(),
                credential.refreshToken().orElse(null),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }

    /** The same, with who asks now. */
    StoredToken askedBy(String who, Instant now) {
        return new StoredToken(revision + 1, seed, refreshToken, accessToken, from, until, new Asking(who, now));
    }

    /** The same, with who asked before. */
    StoredToken restored(@Nullable Asking before) {
        return new StoredToken(revision + 1, seed, refreshToken, accessToken, from, until, before);
    }

    /** What is to be stored for the answer, instead of what was there when it was asked for. */
    StoredToken granted(Grant grant, Instant askedAt) {
        return new StoredToken(
                revision + 1,
                seed,
                grant.refreshToken().orElse(refreshToken),
                grant.accessToken(),
                askedAt,
                askedAt.plus(grant.life()),
                null);
    }

    /** The same, to follow on another revision. */
    StoredToken following(long other) {
        return new StoredToken(other + 1, seed, refreshToken, accessToken, from, until, asking);
    }

    Optional<Secret> refresh() {
        return Optional.ofNullable(refreshToken);
    }

    /** Whether the access token can be asked with. */
    boolean isGood(Instant now) {
        return accessToken != null && now.isBefore(until);
    }

    /** Whether the next one is not needed yet. */
    boolean isFresh(Instant now) {
        long wellUsed = (long) (Duration.between(from, until).toMillis() * WELL_USED);
        return accessToken != null && now.isBefore(from.plusMillis(wellUsed));
    }

    /** Whether it says the same tokens, whatever its revision. */
    boolean hasTokensOf(StoredToken other) {
        return seed.equals(other.seed)
                && Objects.equals(accessToken, other.accessToken)
                && Objects.equals(refreshToken, other.refreshToken);
    }
}
