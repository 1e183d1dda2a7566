package com.sentia.gateway.http;

import com.sentia.gateway.delivery.DeadLetters;
import com.sentia.gateway.delivery.DeliveredMarks;
import com.sentia.gateway.delivery.Delivery;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.gateway.limits.LogPace;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
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
    private final DeliveredMarks refused;
    private final DeadLetters deadLetters;
    private final GatewayMeters meters;
    private final Clock clock;
    private final LogPace failures;

    /**
     * The intake of one hook.
     *
     * @param delivered shared by all hooks
     * @param refused remembers bodies that were set aside because their sender must correct them
     */
    Intake(
            VendorHook hook,
            Gate gate,
            Delivery delivery,
            DeliveredMarks delivered,
            DeliveredMarks refused,
            DeadLetters deadLetters,
            GatewayMeters meters,
            Clock clock) {
        this.hook = hook;
        this.gate = gate;
        this.delivery = delivery;
        this.delivered = delivered;
        this.refused = refused;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.clock = clock;
        this.failures = new LogPace(clock);
    }

    /** What becomes of a body; known at once, or when Kafka has answered. It never fails. */
    CompletionStage<Reply> take(Claim claim, String sender, byte[] body) {
        Optional<Outcome> refused = gate.refuse(claim, sender, body);
        if (refused.isPresent()) {
            return at(refused.get());
        }
        Instant receivedAt = clock.instant();
        Reading reading = hook.read(claim, body, receivedAt);
        if (reading instanceof Reading.Unused unused) {
            meters.countUnused(unused.kind());
            return at(Outcome.UNUSED);
        }
        if (reading instanceof Reading.Malformed malformed) {
            return refuse(claim, malformed, body, receivedAt);
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            return outcome(setAside(claim, unreadable, body, receivedAt), claim, Outcome.SET_ASIDE);
        }
        if (reading instanceof Reading.Several several) {
            return outcome(write(several), claim, Outcome.DELIVERED);
        }
        if (reading instanceof Reading.Request request) {
            return outcome(
                    delivery.deliver(request.topic(), request.key(), request.content()), claim, Outcome.DELIVERED);
        }
        Reading.Usable usable = (Reading.Usable) reading;
        return outcome(write(usable.topic(), usable.content()), claim, Outcome.DELIVERED);
    }

    private static CompletionStage<Reply> at(Outcome outcome) {
        return CompletableFuture.completedFuture(Reply.of(outcome));
    }

    private CompletionStage<Void> write(Topic topic, RawRecord content) {
        return delivery.deliver(topic, content.getUnit() + "/" + content.getId(), content);
    }

    private CompletionStage<Void> write(Reading.Several several) {
        return CompletableFuture.allOf(several.contents().stream()
                .map(content -> write(several.topic(), content).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Set aside once, however often the sender repeats it, and refused each time. */
    private CompletionStage<Reply> refuse(Claim claim, Reading.Malformed malformed, byte[] body, Instant at) {
        Reply reply = Reply.malformed(malformed.pointer(), malformed.rule());
        if (refused.isKnown(claim.marks())) {
            return CompletableFuture.completedFuture(reply);
        }
        Reading.Unreadable letter = new Reading.Unreadable(
                malformed.topic(), "unknown", "malformed-body", malformed.pointer() + " " + malformed.rule());
        return setAside(claim, letter, body, at).handle((nothing, failure) -> {
            if (failure != null) {
                return undelivered(claim, failure);
            }
            refused.remember(claim.marks());
            return reply;
        });
    }

    private CompletionStage<Void> setAside(Claim claim, Reading.Unreadable reading, byte[] body, Instant at) {
        LOG.warn(
                "event=webhook-set-aside vendor={} unit={} topic={} id={} reason={}",
                hook.vendor(),
                claim.unit(),
                reading.topic().name(),
                reading.id(),
                reading.reason());
        meters.countDeadLetter(reading.reason());
        return delivery.deliver(
                Topics.rejectedOf(reading.topic()),
                claim.unit() + "/" + reading.id(),
                deadLetters.of(claim, reading, body, at));
    }

    /** Remembered after the acknowledgement and before the answer: what failed can be sent again, what is answered is known. */
    private CompletionStage<Reply> outcome(CompletionStage<Void> written, Claim claim, Outcome success) {
        return written.handle((nothing, failure) -> {
            if (failure != null) {
                return undelivered(claim, failure);
            }
            delivered.remember(claim.marks());
            return Reply.of(success);
        });
    }

    private Reply undelivered(Claim claim, Throwable failure) {
        failures.tryPass()
                .ifPresent(unsaid -> LOG.warn(
                        "event=webhook-not-delivered vendor={} unit={} unsaid={} why=\"{}\"",
                        hook.vendor(),
                        claim.unit(),
                        unsaid,
                        failure.getMessage()));
        return Reply.of(Outcome.UNDELIVERED);
    }
}
