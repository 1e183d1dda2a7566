package com.sentia.verification.bench;

import java.util.Locale;

/** A ratio of speeds that is wanted, and what was seen. */
public record Goal(String goal, String wanted, String seen, boolean met) {

    /** {@code one} is to be at least {@code least} times as fast as {@code other}. */
    static Goal atLeast(String goal, double least, Speed one, Speed other) {
        double ratio = one.ratioTo(other);
        return new Goal(
                goal, "at least " + text(least), (other.isCutOff() ? "at least " : "") + text(ratio), ratio >= least);
    }

    /** Something is to take less than {@code most}. */
    public static Goal below(String goal, double most, String unit, double seen) {
        return new Goal(goal, "below " + text(most) + " " + unit, text(seen) + " " + unit, seen < most);
    }

    /** Something is to be at least {@code least}. */
    public static Goal atLeast(String goal, double least, String unit, double seen) {
        return new Goal(goal, "at least " + text(least) + " " + unit, text(seen) + " " + unit, seen >= least);
    }

    /** Something is to be no more than {@code most}. */
    public static Goal atMost(String goal, double most, String unit, double seen) {
        return new Goal(goal, "at most " + text(most) + " " + unit, text(seen) + " " + unit, seen <= most);
    }

    /** Something is to take at most {@code most} times what something else takes. */
    public static Goal atMostTimes(String goal, double most, double ratio) {
        return new Goal(goal, "at most " + text(most), text(ratio), ratio <= most);
    }

    String line() {
        return goal + ": wanted " + wanted + ", seen " + seen + ": " + (met ? "met" : "NOT MET");
    }

    private static String text(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
