package com.sentia.gateway.http;

import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Headers;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.gateway.limits.LimitSettings;
import com.sentia.gateway.limits.SenderPenalties;
import com.sentia.gateway.limits.UnitRates;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a webhook is let in, the cheap checks first: those that need no body, then the signature, and only of what is
 * genuine all else. So forged requests can't use up a unit's share, nor make anything be remembered.
 */
final class Gate {
    private final VendorHook hook;
    private final SenderPenalties penalties;
    private final UnitRates rates;
    private final DeliveredMarks delivered;
    private final LimitSettings limits;
    private final Clock clock;

    Gate(
            VendorHook hook,
            SenderPenalties penalties,
            UnitRates rates,
            DeliveredMarks delivered,
            LimitSettings limits,
            Clock clock) {
        this.hook = hook;
        this.penalties = penalties;
        this.rates = rates;
        this.delivered = delivered;
        this.limits = limits;
        this.clock = clock;
    }

    /** Someone before the door: let in to be looked at, or turned away. */
    sealed interface Knock {
        record Admitted(Claim claim) implements Knock {}

        record Refused(Outcome outcome) implements Knock {}
    }

    /**
     * Looks at what there is before the body.
     *
     * @param declaredBytes length of the body as declared; negative when it isn't
     */
    Knock knock(Headers headers, long declaredBytes, String sender) {
        if (declaredBytes > limits.bodyMost()) {
            return new Knock.Refused(Outcome.TOO_LARGE);
        }
        Optional<Claim> claim = hook.claim(headers);
        if (claim.isEmpty()) {
            return new Knock.Refused(Outcome.NOT_OURS);
        }
        if (penalties.isBlocked(sender)) {
            return new Knock.Refused(Outcome.SENDER_LIMITED);
        }
        return new Knock.Admitted(claim.get());
    }

    /** Why a body goes no further, if it does not. */
    Optional<Outcome> refuse(Claim claim, String sender, byte[] body) {
        // Again: others of the same sender were looked at while this body came in.
        if (penalties.isBlocked(sender)) {
            return Optional.of(Outcome.SENDER_LIMITED);
        }
        if (!hook.isGenuine(claim, body)) {
            penalties.penalise(sender);
            return Optional.of(Outcome.BAD_SIGNATURE);
        }
        if (!rates.tryPass(claim.unit())) {
            return Optional.of(Outcome.SOURCE_LIMITED);
        }
        if (delivered.isKnown(claim.marks())) {
            return Optional.of(Outcome.DUPLICATE);
        }
        return isStale(claim.triggeredAt()) ? Optional.of(Outcome.STALE) : Optional.empty();
    }

    /** A sender that takes too long to send costs as much as one that signs badly. */
    void penaliseSlow(String sender) {
        penalties.penalise(sender);
    }

    private boolean isStale(@Nullable Instant triggeredAt) {
        return triggeredAt != null && triggeredAt.isBefore(clock.instant().minus(limits.ageWindow()));
    }
}
