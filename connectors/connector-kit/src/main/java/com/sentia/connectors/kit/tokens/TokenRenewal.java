package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes by the next token of a credential, among workers who may do the same, any of whom may die anywhere. Used by one thread at a time.
 *
 * <ol>
 *   <li>Who asks says so in the store first; others wait for the answer as long as it may take.
 *   <li>What the vendor gives is stored, and acknowledged, before it is handed to anyone.
 *   <li>An answer that was lost, or not stored by one who died, is asked for again with the refresh token that stands in the store: vendors
 *       let it be good until its follower is used.
 * </ol>
 */
public final class TokenRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);
    private static final Duration OTHERS_POLL = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final Credential credential;
    private final TokenStore store;
    private final TokenRequest request;
    private final Duration patience;
    private final Clock clock;
    private final String me = UUID.randomUUID().toString();
    private @Nullable Unsaved unsaved;

    private record Unsaved(@Nullable Secret askedWith, StoredToken token) {}

    /** @param patience how long an answer may take; after it, one who asked is taken for dead */
    public TokenRenewal(Credential credential, TokenStore store, TokenRequest request, Duration patience, Clock clock) {
        this.credential = credential;
        this.store = store;
        this.request = request;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * A token that is stored and good, another worker's if there is one.
     *
     * @param refused one that the vendor does not take; null when there is none
     */
    StoredToken next(@Nullable Secret refused) throws SourceException {
        Optional<StoredToken> saved = save();
        if (saved.isPresent()) {
            return saved.get();
        }
        StoredToken there = there();
        Instant now = clock.instant();
        if (there.isFresh(now) && !Objects.equals(there.accessToken(), refused)) {
            return there;
        }
        requireNobodyAsks(there, now);
        StoredToken asking = there.askedBy(me, now);
        if (!store.replace(credential.id(), asking)) {
            throw new SourceException.Wait(OTHERS_POLL, "another worker renews the token of " + credential.id());
        }
        Grant grant = ask(asking, there.asking());
        unsaved = new Unsaved(asking.refreshToken(), asking.granted(grant, now));
        return save().orElseThrow(() -> new SourceException.Retry(
                "another worker has renewed the token of " + credential.id() + " meanwhile", null));
    }

    private void requireNobodyAsks(StoredToken there, Instant now) throws SourceException.Wait {
        StoredToken.Asking asking = there.asking();
        if (asking == null || asking.who().equals(me)) {
            return;
        }
        // Clocks differ: one that is far ahead must not be waited for for ever.
        if (Duration.between(asking.at(), now).abs().compareTo(patience) < 0) {
            throw new SourceException.Wait(OTHERS_POLL, "another worker renews the token of " + credential.id());
        }
        LOG.warn("event=token-renewal-taken-over credential={} begun={}", credential.id(), asking.at());
    }

    private Grant ask(StoredToken asking, StoredToken.@Nullable Asking before) throws SourceException {
        try {
            return request.ask(asking.refresh());
        } catch (SourceException.StopUnit e) {
            if (!there().hasTokensOf(asking)) {
                throw new SourceException.Retry("another worker has renewed the token of " + credential.id(), e);
            }
            // Refused is answered: nothing is under way, and what was lost before stays told.
            boolean unused = store.replace(credential.id(), asking.restored(before));
            String lost = before == null
                    ? ""
                    : " A renewal begun at " + before.at()
                            + " was never stored, so the vendor may have given a refresh token that nobody has.";
            throw new SourceException.StopUnit(e.getMessage() + lost);
        }
    }

    /** Stores what was given, unless another worker's renewal came first; empty when there is nothing to store, or no more. */
    private Optional<StoredToken> save() throws SourceException {
        Unsaved mine = unsaved;
        for (int attempt = 1; mine != null && attempt <= TRIES; attempt++) {
            StoredToken there = there();
            boolean stored = there.hasTokensOf(mine.token());
            if (!stored && !Objects.equals(there.refreshToken(), mine.askedWith())) {
                unsaved = null;
                return Optional.empty();
            }
            StoredToken next = stored ? there : mine.token().following(there.revision());
            if (stored || store.replace(credential.id(), next)) {
                unsaved = null;
                LOG.info("event=token-renewed credential={} good_until={}", credential.id(), next.until());
                return Optional.of(next);
            }
        }
        if (mine != null) {
            throw new SourceException.Retry("the new token of " + credential.id() + " is not stored yet", null);
        }
        return Optional.empty();
    }

    /** What is stored; where people have given another refresh token since, that counts. */
    private StoredToken there() throws SourceException {
        Optional<StoredToken> stored = store.read(credential.id());
        if (stored.isPresent() && stored.get().seed().equals(credential.seed())) {
            return stored.get();
        }
        stored.ifPresent(other -> LOG.info("event=token-authorised-anew credential={}", credential.id()));
        return StoredToken.first(stored.map(StoredToken::revision).orElse(0L), credential);
    }
}
