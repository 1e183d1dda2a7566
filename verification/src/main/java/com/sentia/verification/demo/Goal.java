package com.sentia.verification.demo;

/** One thing that must hold for the check to pass: what was wanted of it, and what was seen. */
record Goal(String goal, String wanted, String seen, boolean met) {
    static Goal zero(String goal, long seen) {
        return new Goal(goal, "0", Long.toString(seen), seen == 0);
    }

    static Goal positive(String goal, long seen) {
        return new Goal(goal, "at least 1", Long.toString(seen), seen > 0);
    }

    static Goal equal(String goal, long wanted, long seen) {
        return new Goal(goal, Long.toString(wanted), Long.toString(seen), wanted == seen);
    }
}
