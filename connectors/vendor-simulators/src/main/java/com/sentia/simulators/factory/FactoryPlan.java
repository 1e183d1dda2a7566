package com.sentia.simulators.factory;

import java.time.LocalDate;
import java.util.List;

/**
 * What a factory makes, and for how long.
 *
 * @param skus what it makes: sellable articles
 * @param firstDay on which it works
 * @param lastDay on which it works
 * @param troubles beyond what goes wrong every day
 */
public record FactoryPlan(
        long seed, List<String> skus, LocalDate firstDay, LocalDate lastDay, FactoryTroubles troubles) {
    public FactoryPlan {
        skus = List.copyOf(skus);
    }

    Chance chance(LocalDate day, String thing) {
        return new Chance(seed, day.toEpochDay(), thing);
    }
}
