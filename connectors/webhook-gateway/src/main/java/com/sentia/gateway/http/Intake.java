package com.sentia.gateway.http;

import com.sentia.gateway.delivery.DeadLetters;
import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.delivery.Delivery;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.gateway.limits.LogPace;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the bodies of one vendor's webhooks: past the gate, read, written, remembered. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final VendorHook hook;
    private final Gate gate;
    private final Delivery delivery;
    private final DeliveredMarks delivered;
    private final DeadLetters deadLetters;
    private final GatewayMeters meters;
    private final Clock clock;
    private final LogPace failures;

    Intake(
            VendorHook hook,
            Gate gate,
            Delivery delivery,
            DeliveredMarks delivered,
            DeadLetters deadLetters,
            GatewayMeters meters,
            Clock clock) {
        this.hook = hook;
        this.gate = gate;
        this.delivery = delivery;
        this.delivered = delivered;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.clock = clock;
        this.failures = new LogPace(clock);
    }

    /** What becomes of a body; known at once, or when Kafka has answered. It never fails. */
    CompletionStage<Outcome> take(Claim claim, String sender, byte[] body) {
        Optional<Outcome> refused = gate.refuse(claim, sender, body);
        if (refused.isPresent()) {
            return CompletableFuture.completedFuture(refused.get());
        }
        Instant receivedAt = clock.instant();
        Reading reading = hook.read(claim, body, receivedAt);
        if (reading instanceof Reading.Unused unused) {
            meters.countUnused(unused.kind());
            return CompletableFuture.completedFuture(Outcome.UNUSED);
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            return setAside(claim, unreadable, body, receivedAt);
        }
        return write(claim, (Reading.Usable) reading);
    }

    private CompletionStage<Outcome> write(Claim claim, Reading.Usable usable) {
        RawRecord content = usable.content();
        CompletionStage<Void> written =
                delivery.deliver(usable.topic(), content.getUnit() + "/" + content.getId(), content);
        return outcome(written, claim, Outcome.DELIVERED);
    }

    private CompletionStage<Outcome> setAside(Claim claim, Reading.Unreadable reading, byte[] body, Instant at) {
        LOG.warn(
                "event=webhook-set-aside vendor={} unit={} topic={} id={} reason={}",
                hook.vendor(),
                claim.unit(),
                reading.topic().name(),
                reading.id(),
                reading.reason());
        meters.countDeadLetter(reading.reason());
        CompletionStage<Void> written = delivery.deliver(
                Topics.rejectedOf(reading.topic()),
                claim.unit() + "/" + reading.id(),
                deadLetters.of(claim, reading, body, at));
        return outcome(written, claim, Outcome.SET_ASIDE);
    }

    /** Remembered after the acknowledgement and before the answer: what failed can be sent again, what is answered is known. */
    private CompletionStage<Outcome> outcome(CompletionStage<Void> written, Claim claim, Outcome success) {
        return written.handle((nothing, failure) -> {
            if (failure == null) {
                delivered.remember(claim.marks());
                return success;
            }
            failures.tryPass()
                    .ifPresent(unsaid -> LOG.warn(
                            "event=webhook-not-delivered vendor={} unit={} unsaid={} why=\"{}\"",
                            hook.vendor(),
                            claim.unit(),
                            unsaid,
                            failure.getMessage()));
            return Outcome.UNDELIVERED;
        });
    }
}
