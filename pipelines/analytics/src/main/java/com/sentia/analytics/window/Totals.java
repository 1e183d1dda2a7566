package com.sentia.analytics.window;

import com.sentia.analytics.fact.Tally;
import java.util.Map;

/** What a window amounts to: the sums of its slices. Exact; overflow throws. */
public final class Totals {
    /** As {@link Layout} has them. */
    public final long[] values;
    /** By their numbers in the set. */
    public final Spread[] spreads;
    /** Of measures that multiply. */
    public final Shares shares;

    /** @param width the number of values */
    public Totals(int width, int spreads) {
        this(new long[width], new Spread[spreads], new Shares());
        for (int s = 0; s < spreads; s++) {
            this.spreads[s] = new Spread();
        }
    }

    private Totals(long[] values, Spread[] spreads, Shares shares) {
        this.values = values;
        this.spreads = spreads;
        this.shares = shares;
    }

    public Totals copy() {
        Spread[] copies = new Spread[spreads.length];
        for (int s = 0; s < copies.length; s++) {
            copies[s] = spreads[s].copy();
        }
        return new Totals(values.clone(), copies, shares.copy());
    }

    /** Adds to spreads and shares, or takes off; tallies of members that are counted are left out. */
    void shift(Map<String, Long> tallies, int sign) {
        for (Map.Entry<String, Long> tally : tallies.entrySet()) {
            String key = tally.getKey();
            if (Tally.isSpread(key)) {
                spreads[Tally.spread(key)].add(Tally.value(key), Math.toIntExact(sign * tally.getValue()));
            } else if (Tally.isShare(key)) {
                shares.add(key, Math.multiplyExact(sign, tally.getValue()));
            }
        }
    }

    static void add(long[] into, long[] values) {
        for (int i = 0; i < values.length; i++) {
            into[i] = Math.addExact(into[i], values[i]);
        }
    }

    static void subtract(long[] from, long[] values) {
        for (int i = 0; i < values.length; i++) {
            from[i] = Math.subtractExact(from[i], values[i]);
        }
    }
}
