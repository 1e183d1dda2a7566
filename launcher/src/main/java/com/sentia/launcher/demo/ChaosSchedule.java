package com.sentia.launcher.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * When which process is killed: all of a target's processes, and for each further time that it is named one of them
 * again, in turn. Moments are {@linkplain RunShare shares of the run}. The same seed and targets give the
 * same moments, all well inside the range in which a kill counts.
 */
final class ChaosSchedule {
    /** A kill outside of these shares proves nothing and fails the run. */
    static final double EARLIEST = 0.20;

    static final double LATEST = 0.80;

    private static final double MARGIN = 0.03;

    private ChaosSchedule() {}

    /** One process to kill. */
    record Kill(ChaosTarget target, String part, double atShare) {}

    static List<Kill> of(List<ChaosTarget> targets, long seed) {
        Random random = new Random(seed);
        List<Kill> kills = new ArrayList<>();
        Map<ChaosTarget, Integer> named = new EnumMap<>(ChaosTarget.class);
        for (ChaosTarget target : targets) {
            int times = named.merge(target, 1, Integer::sum);
            for (String part : times == 1 ? target.parts() : List.of(target.again(times))) {
                double span = LATEST - EARLIEST - 2 * MARGIN;
                kills.add(new Kill(target, part, EARLIEST + MARGIN + random.nextDouble() * span));
            }
        }
        kills.sort(Comparator.comparingDouble(Kill::atShare));
        return List.copyOf(kills);
    }

    static boolean isInside(double share) {
        return share >= EARLIEST && share <= LATEST;
    }
}
