package com.sentia.analytics.window;

import com.sentia.analytics.fact.Buckets;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.Tally;
import com.sentia.analytics.rate.AppliedRate;
import com.sentia.analytics.window.Layout.Amount;
import com.sentia.analytics.window.Layout.MomentPlaces;
import com.sentia.analytics.window.Layout.Picked;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sums what amounts of other currencies come to, instant by instant. Exact: a converted sum is kept as a whole number and
 * billionths of its last decimal place, and is rounded when a value is made of it.
 */
final class ConvertedAmounts {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
    private static final int NANO_PLACES = 9;
    private static final int MOMENT_BITS = 32;
    private static final BigInteger MOMENT_LOW =
            BigInteger.ONE.shiftLeft(MOMENT_BITS).subtract(BigInteger.ONE);
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Layout layout;
    private final NavigableMap<Long, Contribution> byTime = new TreeMap<>();

    ConvertedAmounts(Layout layout) {
        this.layout = layout;
    }

    /** One contribution for each instant at which anything changes. */
    List<Contribution> contributions() {
        List<Contribution> contributions = new ArrayList<>();
        for (Contribution sum : byTime.values()) {
            sum.tallies().values().removeIf(amount -> amount == 0);
            if (!sum.tallies().isEmpty() || Arrays.stream(sum.values()).anyMatch(value -> value != 0)) {
                contributions.add(sum);
            }
        }
        return contributions;
    }

    /** Adds all of a contribution but its amounts: numbers of facts, figures of another kind, members. */
    void addRest(Contribution contribution) {
        Contribution sum = at(contribution.timeMicros());
        long[] rest = contribution.values().clone();
        for (Amount amount : layout.amounts) {
            rest[2 * amount.place()] = 0;
        }
        for (MomentPlaces moments : layout.moments) {
            rest[2 * moments.high()] = 0;
            rest[2 * moments.low()] = 0;
        }
        Totals.add(sum.values(), rest);
        contribution.tallies().forEach((key, amount) -> {
            if (layout.picked.stream().noneMatch(picked -> isOf(picked, key))) {
                sum.tallies().merge(key, amount, Math::addExact);
            }
        });
    }

    /**
     * Adds ({@code sign} 1) or takes off ({@code sign} -1) what a contribution's amounts come to.
     *
     * @param contribution in its own currency
     */
    void addAmounts(Contribution contribution, AppliedRate rate, int sign) {
        Contribution sum = at(contribution.timeMicros());
        long[] values = contribution.values();
        for (Amount amount : layout.amounts) {
            long stands = amount.isMove() ? values[2 * amount.place()] : values[2 * amount.place() + 1];
            add(sum.values(), amount, product(values[2 * amount.place()], rate), sign);
            flag(sum.values(), amount.extra(), sign * stands, rate);
        }
        for (MomentPlaces moments : layout.moments) {
            BigInteger exact = BigInteger.valueOf(values[2 * moments.high()])
                    .shiftLeft(MOMENT_BITS)
                    .add(BigInteger.valueOf(values[2 * moments.low()]))
                    .multiply(BigInteger.valueOf(rate.nanos()));
            add(sum.values(), moments, exact, sign);
        }
        for (Picked picked : layout.picked) {
            flag(sum.values(), picked.extra(), sign * values[2 * picked.place() + 1], rate);
        }
        contribution.tallies().forEach((key, facts) -> {
            if (!rate.isMissing()) {
                layout.picked.stream()
                        .filter(picked -> isOf(picked, key))
                        .findFirst()
                        .ifPresent(
                                picked -> sum.tallies().merge(tally(picked, key, rate), sign * facts, Math::addExact));
            }
        });
    }

    /**
     * Adds ({@code sign} 1) or takes off ({@code sign} -1) what an amount that stands at an instant is worth there. Of a
     * level alone: what flowed is worth what it was.
     *
     * @param values of a contribution, in the amounts' own currency
     */
    void addStanding(long instant, long[] values, AppliedRate rate, int sign) {
        Contribution sum = at(instant);
        for (Amount amount : layout.amounts) {
            if (amount.isMove()) {
                long stands = values[2 * amount.place()];
                add(sum.values(), amount, product(stands, rate), sign);
                flag(sum.values(), amount.extra(), sign * stands, rate);
            }
        }
        BigInteger seconds = BigInteger.valueOf(Math.floorDiv(instant, MICROS_PER_SECOND));
        for (MomentPlaces moments : layout.moments) {
            long stands = values[2 * moments.amount().place()];
            add(sum.values(), moments, product(stands, rate).multiply(seconds), sign);
        }
    }

    private Contribution at(long timeMicros) {
        return byTime.computeIfAbsent(
                timeMicros, time -> new Contribution(time, new long[layout.width], new TreeMap<>()));
    }

    private static BigInteger product(long amount, AppliedRate rate) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(rate.nanos()));
    }

    private static void add(long[] values, Amount amount, BigInteger nanos, int sign) {
        BigInteger[] parts = floored(nanos);
        int sum = 2 * amount.place();
        values[sum] = Math.addExact(values[sum], sign * parts[0].longValueExact());
        values[amount.extra() + Layout.REMAINDER] += sign * parts[1].longValueExact();
    }

    private static void add(long[] values, MomentPlaces moments, BigInteger nanos, int sign) {
        BigInteger[] parts = floored(nanos);
        int high = 2 * moments.high();
        values[high] = Math.addExact(
                values[high], sign * parts[0].shiftRight(MOMENT_BITS).longValueExact());
        values[2 * moments.low()] += sign * parts[0].and(MOMENT_LOW).longValueExact();
        values[moments.extra() + Layout.REMAINDER] += sign * parts[1].longValueExact();
    }

    private static void flag(long[] values, int extra, long by, AppliedRate rate) {
        if (rate.isEstimated()) {
            values[extra + Layout.ESTIMATED] += by;
        }
        if (rate.isMissing()) {
            values[extra + Layout.MISSING] += by;
        }
    }

    /** A number of billionths as a whole number and what is left, which is not less than 0. */
    private static BigInteger[] floored(BigInteger nanos) {
        BigInteger left = nanos.mod(NANOS);
        return new BigInteger[] {nanos.subtract(left).divide(NANOS), left};
    }

    private static boolean isOf(Picked picked, String key) {
        return Tally.isSpread(key) && Tally.spread(key) == picked.spread();
    }

    /** An amount picked is rounded half-even to its last decimal place. */
    private static String tally(Picked picked, String key, AppliedRate rate) {
        long amount = new BigDecimal(product(Tally.value(key), rate), NANO_PLACES)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return Tally.ofSpread(picked.spread(), picked.isExact() ? amount : Buckets.of(amount));
    }
}
