package com.sentia.verification.facts;

import com.sentia.schemas.MachineState;
import com.sentia.verification.facts.Company.Plant;
import com.sentia.verification.facts.Run.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One machine: works on a run from reading to reading, fails at times, and is read all the while. */
final class Machine {
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Duration NIGHT = Duration.ofHours(4);
    private static final int FAILURE_PERCENT = 4;
    private static final int LONGEST_FAILURE = 5;
    private static final int SCRAP_PERCENT = 3;
    private static final int REWORK_PERCENT = 5;

    private final Scene scene;
    private final Plant plant;
    private final Chance chance;
    private Instant freeAt = Instant.MIN;
    private boolean isWorking;
    private int failures;

    Machine(Scene scene, Plant plant, Chance chance) {
        this.scene = scene;
        this.plant = plant;
        this.chance = chance;
    }

    boolean isBusy() {
        return isWorking;
    }

    /** When to ask again: not before the next reading. */
    Instant freeAt() {
        return scene.timetable().now().plus(INTERVAL);
    }

    /** Works on a run that has started, and tells what came out when it has ended. */
    void work(Run run, Consumer<Output> whenDone) {
        Instant now = scene.timetable().now();
        Duration idle = freeAt.equals(Instant.MIN) ? NIGHT : Duration.between(freeAt, now);
        if (!idle.isZero() && idle.compareTo(NIGHT) < 0) {
            read(null, idle, MachineState.IDLE, null, 0);
        }
        isWorking = true;
        new Shift(run, now, whenDone).go(0, now);
    }

    private void read(
            @Nullable String run, Duration covered, MachineState state, @Nullable String failure, long units) {
        long bearing = (state == MachineState.RUNNING ? 48 : 31) * Company.UNIT_MICROS + chance.between(0, 3_000_000);
        scene.journal()
                .changed(new Reading(plant, run, scene.timetable().now(), covered, state, failure, units, bearing));
    }

    /** The work on one run. */
    private final class Shift {
        private final Run run;
        private final Instant startedAt;
        private final Consumer<Output> whenDone;
        private Duration ran = Duration.ZERO;
        private long made;

        private Shift(Run run, Instant startedAt, Consumer<Output> whenDone) {
            this.run = run;
            this.startedAt = startedAt;
            this.whenDone = whenDone;
        }

        private void go(int intervalsDown, Instant since) {
            boolean isDown = intervalsDown > 0;
            boolean fails = !isDown && chance.in(FAILURE_PERCENT);
            if (fails) {
                failures++;
            }
            int downAfter = fails ? chance.between(1, LONGEST_FAILURE) : Math.max(0, intervalsDown - 1);
            long cycleMillis = run.operation().idealCycle().toMillis() * chance.between(101, 125) / 100;
            long units = Math.min(run.unitsToMake() - made, INTERVAL.toMillis() / cycleMillis);
            Duration covered = isDown ? INTERVAL : Duration.ofMillis(units * cycleMillis);
            scene.timetable().at(since.plus(covered), () -> {
                Instant now = scene.timetable().now();
                Duration passed = Duration.between(since, now);
                if (isDown) {
                    read(run.id(), passed, MachineState.DOWN, plant.machine() + "-" + failures, 0);
                } else {
                    made += units;
                    ran = ran.plus(passed);
                    read(run.id(), passed, MachineState.RUNNING, null, units);
                }
                if (made == run.unitsToMake()) {
                    finish(now);
                } else {
                    go(downAfter, now);
                }
            });
        }

        private void finish(Instant now) {
            isWorking = false;
            freeAt = now;
            Output output = sort(made);
            run.end(now, output, Duration.between(startedAt, now), ran);
            scene.journal().changed(run);
            whenDone.accept(output);
        }

        private Output sort(long units) {
            long scrapped = 0;
            long reworked = 0;
            for (long unit = 0; unit < units; unit++) {
                int fate = chance.between(0, 99);
                if (fate < SCRAP_PERCENT) {
                    scrapped++;
                } else if (fate < SCRAP_PERCENT + REWORK_PERCENT) {
                    reworked++;
                }
            }
            return new Output(units - scrapped - reworked, reworked, scrapped);
        }
    }
}
