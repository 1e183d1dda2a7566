package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that are renewed in time: when four fifths of their life are over, and when the vendor refuses one.
 *
 * <p>However many ask, one question is under way. While the old token is good, a renewal that fails is no failure of theirs.
 */
public final class RefreshedTokens implements AccessTokens {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshedTokens.class);
    /** Of a token's life. Refused so early it has not expired, and another one would fare no better. */
    private static final int YOUNG = 10;

    private static final Duration YOUNG_AT_MOST = Duration.ofMinutes(1);

    private final String credential;
    private final TokenRenewal renewal;
    private final Backoff backoff;
    private final Clock clock;
    private volatile @Nullable StoredToken held;
    private @Nullable Secret refused;
    private Instant notBefore = Instant.MIN;
    private int failures;

    /** @param renewal how the next token is come by */
    public RefreshedTokens(Credential credential, TokenRenewal renewal, Backoff backoff, Clock clock) {
        this.credential = credential.id();
        this.renewal = renewal;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public Secret current() throws SourceException {
        StoredToken known = held;
        if (known != null && known.isFresh(clock.instant())) {
            return access(known);
        }
        synchronized (this) {
            return access(renewed());
        }
    }

    @Override
    public synchronized boolean refused(Secret token) {
        StoredToken known = held;
        if (known == null || !access(known).equals(token)) {
            return true;
        }
        Duration tenth = Duration.between(known.from(), known.until()).dividedBy(YOUNG);
        Duration young = tenth.compareTo(YOUNG_AT_MOST) < 0 ? tenth : YOUNG_AT_MOST;
        if (clock.instant().isBefore(known.from().plus(young))) {
            return false;
        }
        LOG.info("event=token-refused credential={} ends={}", credential, known.until());
        refused = token;
        held = null;
        return true;
    }

    private StoredToken renewed() throws SourceException {
        Instant now = clock.instant();
        StoredToken known = held;
        if (known != null && (known.isFresh(now) || (known.isGood(now) && now.isBefore(notBefore)))) {
            return known;
        }
        try {
            StoredToken next = renewal.next(refused);
            failures = 0;
            held = next;
            return next;
        } catch (SourceException e) {
            if (known == null || !known.isGood(now)) {
                throw e;
            }
            Duration wait = backoff.before(++failures);
            notBefore = now.plus(wait);
            LOG.warn(
                    "event=token-not-renewed credential={} good_until={} next_ms={} why=\"{}\"",
                    credential,
                    known.until(),
                    wait.toMillis(),
                    e.getMessage());
            return known;
        }
    }

    private static Secret access(StoredToken token) {
        return Objects.requireNonNull(token.accessToken(), "only tokens that were given are held");
    }
}
