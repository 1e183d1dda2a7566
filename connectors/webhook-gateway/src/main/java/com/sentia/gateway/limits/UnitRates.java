package com.sentia.gateway.limits;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many genuine webhooks of one unit are taken each second, so that one shop can't take the others' share. */
public final class UnitRates {
    private final int perSecond;
    private final Clock clock;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    public UnitRates(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /**
     * Whether one more may pass now.
     *
     * @param unit one of those that are set: whoever names others is turned away before, so that there are few buckets
     */
    public boolean tryPass(String unit) {
        return buckets.computeIfAbsent(unit, added -> new TokenBucket(perSecond, clock))
                .tryTake(clock);
    }
}
