package com.sentia.verification.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the engine has to reach: against its rivals, against reading alone, and with other windows. */
final class BenchmarkGoals {
    /** Another window may cost this part of the speed. */
    private static final double OTHER_WINDOW = 0.8;

    private BenchmarkGoals() {}

    static List<Goal> of(Map<Race, Rounds> races) {
        List<Goal> goals = new ArrayList<>();
        races.forEach((race, rounds) -> rounds.median(Contender.ENGINE).ifPresent(engine -> {
            if (race.isForAll()) {
                Arrays.stream(Contender.values())
                        .filter(Contender::isRival)
                        .forEach(rival -> against(goals, race, rounds, engine, rival, rival.goal()));
                against(
                        goals,
                        race,
                        rounds,
                        engine,
                        Contender.LIMIT,
                        race.breakdown().limitGoal());
                otherWindows(goals, races, race, engine);
            }
        }));
        return goals;
    }

    private static void against(
            List<Goal> goals, Race race, Rounds rounds, Speed engine, Contender other, double least) {
        rounds.median(other)
                .ifPresent(speed -> goals.add(
                        Goal.atLeast(Contender.ENGINE + " / " + other + ", " + race.words(), least, engine, speed)));
    }

    private static void otherWindows(List<Goal> goals, Map<Race, Rounds> races, Race first, Speed engine) {
        races.forEach((race, rounds) -> {
            if (!race.isForAll() && race.breakdown() == first.breakdown()) {
                rounds.median(Contender.ENGINE)
                        .ifPresent(speed -> goals.add(Goal.atLeast(
                                Contender.ENGINE + ", " + race.words() + " / "
                                        + first.window().name(),
                                OTHER_WINDOW,
                                speed,
                                engine)));
            }
        });
    }
}
