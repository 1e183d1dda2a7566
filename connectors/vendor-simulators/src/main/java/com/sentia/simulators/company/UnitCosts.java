package com.sentia.simulators.company;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a unit of each article costs the shop: a share of its first price, and for some articles another one later. */
public final class UnitCosts {
    private static final long PENNY_MICROS = 10_000;
    private static final int PER_CENT = 100;
    private static final int ONE_IN_THAT_CHANGES = 4;
    private static final long CHANGED_WITHIN = Duration.ofDays(90).toSeconds();

    private final long seed;

    public UnitCosts(long seed) {
        this.seed = seed;
    }

    /**
     * A cost.
     *
     * @param micros millionths of a currency unit
     * @param since epoch second from which on it holds
     */
    public record Cost(long micros, long since) {}

    /** The cost of an article at an epoch second at which the shop has it; nothing for what is given away. */
    public Optional<Cost> of(Article article, long second) {
        if (article.priceMicros() <= 0) {
            return Optional.empty();
        }
        SplittableRandom chance = Chance.of(seed, "cost", article.id());
        long first = percent(article.priceMicros(), chance.nextInt(30, 70));
        boolean changes = chance.nextInt(ONE_IN_THAT_CHANGES) == 0;
        long changedAt = article.createdAt() + chance.nextLong(CHANGED_WITHIN);
        long later = percent(first, chance.nextInt(94, 115));
        return Optional.of(
                changes && changedAt <= second ? new Cost(later, changedAt) : new Cost(first, article.createdAt()));
    }

    /** Whole pence, at least one. */
    private static long percent(long micros, int share) {
        return Math.max(1, micros * share / PER_CENT / PENNY_MICROS) * PENNY_MICROS;
    }
}
