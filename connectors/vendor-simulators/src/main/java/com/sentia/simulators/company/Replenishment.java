package com.sentia.simulators.company;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How one article's stock at one place is kept up: when what is there and under way falls to the reorder point, as much is ordered as
 * brings it up again.
 *
 * @param leadDays days a delivery takes when it is not late
 */
record Replenishment(int opening, int reorderPoint, int orderUpTo, int leadDays) {
    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final int SHORTEST_HISTORY_DAYS = 28;
    private static final int SHORTEST_LEAD_DAYS = 4;
    private static final int LONGEST_LEAD_DAYS = 24;
    private static final int COVER_DAYS = 30;
    private static final int PACK = 12;
    /** A single order beyond this share of all is no reason to keep more. */
    private static final double ORDINARY = 0.9;

    /** The rule a buyer who knows the article's sales would set. */
    static Replenishment of(List<Movement> movements, SplittableRandom chance) {
        int[] sold = movements.stream()
                .filter(movement -> movement.units() < 0)
                .mapToInt(movement -> -movement.units())
                .sorted()
                .toArray();
        int ordinary = sold.length == 0 ? 0 : sold[(int) ((sold.length - 1) * ORDINARY)];
        double perDay = perDay(movements, sold, ordinary);
        int leadDays = chance.nextInt(SHORTEST_LEAD_DAYS, LONGEST_LEAD_DAYS + 1);
        int reorderPoint = (int) Math.ceil(perDay * leadDays) + ordinary;
        int orderUpTo = packed(reorderPoint + (int) Math.ceil(perDay * COVER_DAYS));
        return new Replenishment(
                packed((int) (orderUpTo * chance.nextDouble(0.5, 1.0))), reorderPoint, orderUpTo, leadDays);
    }

    /** Whole packs of what is missing. */
    static int packed(int units) {
        return (units + PACK - 1) / PACK * PACK;
    }

    private static double perDay(List<Movement> movements, int[] sold, int ordinary) {
        if (sold.length == 0) {
            return 0;
        }
        long units = 0;
        for (int each : sold) {
            units += Math.min(each, ordinary);
        }
        long first = movements.get(0).at();
        long last = movements.get(movements.size() - 1).at();
        return units / Math.max(SHORTEST_HISTORY_DAYS, (last - first) / DAY);
    }
}
