package com.sentia.verification.bench;

import com.sentia.analytics.kpi.Window;

/**
 * The same KPIs, computed by one contender after the other.
 *
 * @param isForAll whether the engine has rivals in it
 */
record Race(Breakdown breakdown, Window.Rolling window, boolean isForAll) {

    boolean has(Contender contender) {
        return isForAll || contender == Contender.ENGINE;
    }

    /** For people: {@code 24h/5m in total and by region}. */
    String words() {
        return window.name() + " " + breakdown.words();
    }

    /** What a run's topic and files are called. */
    String run(Contender contender, int round) {
        return String.join(
                        "-", contender.name(), breakdown.name(), window.name().replace('/', '-'), "" + round)
                .toLowerCase(java.util.Locale.ROOT);
    }
}
