package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A vendor that rotates refresh tokens: r0, r1, … with access tokens a1, a2, …; the one before stays good until its follower is asked with.
 */
final class RotatingVendor implements TokenRequest {
    static final Duration LIFE = Duration.ofHours(1);

    private final Deque<SourceException> failures = new ArrayDeque<>();
    private final List<String> askedWith = new ArrayList<>();
    private String good = "r0";
    private String before = "";
    private boolean losesNext;
    private int given;

    /** What is answered next instead of a token. */
    synchronized RotatingVendor failing(SourceException... next) {
        failures.addAll(List.of(next));
        return this;
    }

    /** Rotates at the next question, and is not heard. */
    synchronized void loseNextAnswer() {
        losesNext = true;
    }

    synchronized List<String> askedWith() {
        return List.copyOf(askedWith);
    }

    @Override
    public synchronized Grant ask(Optional<Secret> refreshToken) throws SourceException {
        String asked = refreshToken.map(Secret::reveal).orElse("");
        askedWith.add(asked);
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        if (asked.equals(good)) {
            before = good;
        } else if (!asked.equals(before)) {
            throw new SourceException.StopUnit("invalid_grant: authorise the app anew");
        }
        given++;
        good = "r" + given;
        if (losesNext) {
            losesNext = false;
            throw new SourceException.Retry("no answer", null);
        }
        return new Grant(new Secret("a" + given), LIFE, Optional.of(new Secret(good)));
    }
}
