package com.sentia.gateway.limits;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers who has lately sent bad signatures, so that a flood of them is turned away before it is hashed.
 *
 * <p>Only senders with a bad signature are remembered, and of them those that came back last.
 */
public final class SenderPenalties {
    private static final int MOST_SENDERS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SenderPenalties.class);

    private final int perSecond;
    private final Clock clock;
    private final LogPace blocks;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    /**
     * Penalties for more than some bad signatures.
     *
     * @param perSecond bad signatures of one sender that are looked at each second
     */
    public SenderPenalties(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.blocks = new LogPace(clock);
    }

    /** Whether the sender has used up what bad signatures it may send. */
    public synchronized boolean isBlocked(String sender) {
        TokenBucket bucket = buckets.get(sender);
        return bucket != null && bucket.isEmpty(clock);
    }

    /** Counts a bad signature. */
    public synchronized void penalise(String sender) {
        TokenBucket bucket = buckets.computeIfAbsent(sender, added -> new TokenBucket(perSecond, clock));
        if (bucket.tryTake(clock) && bucket.isEmpty(clock)) {
            blocks.tryPass().ifPresent(unsaid -> LOG.warn("event=sender-blocked sender={} unsaid={}", sender, unsaid));
        }
    }
}
