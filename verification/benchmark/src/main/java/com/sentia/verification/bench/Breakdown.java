package com.sentia.verification.bench;

/** What a race's KPIs are told apart by, besides the total. */
public enum Breakdown {
    REGION("in total and by region", 0.5),
    SKU("in total, by region and by SKU", 0.25);

    private final String words;
    private final double limitGoal;

    Breakdown(String words, double limitGoal) {
        this.words = words;
        this.limitGoal = limitGoal;
    }

    public boolean hasSkus() {
        return this == SKU;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** The part of reading's own speed the engine has to reach. */
    double limitGoal() {
        return limitGoal;
    }
}
