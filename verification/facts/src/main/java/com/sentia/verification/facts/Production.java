package com.sentia.verification.facts;

import com.sentia.schemas.DefectDisposition;
import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Component;
import com.sentia.verification.facts.Company.Plant;
import com.sentia.verification.facts.Inspection.Finding;
import com.sentia.verification.facts.Run.Issue;
import com.sentia.verification.facts.Run.Operation;
import com.sentia.verification.facts.Run.Output;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lots are planned in the morning for what runs low, and go through both operations if there is material. */
final class Production {
    private static final Duration PLANNING = Duration.ofHours(6).plusMinutes(30);
    private static final Duration SHIFT_START = Duration.ofHours(8);
    private static final Duration SHIFT_END = Duration.ofHours(16);
    private static final List<String> FAULTS = List.of("scratch", "loose-joint", "wrong-colour");
    private static final int MOST_UNITS = 60;
    private static final int WASTE_PERCENT = 6;

    private final Scene scene;
    private final Chance chance;
    private final int enough;
    private final Map<Plant, Machine> machines = new HashMap<>();
    private int lots;

    /** Keeps so many units of each article that is made. */
    Production(Scene scene, Chance chance, int enough) {
        this.scene = scene;
        this.chance = chance;
        this.enough = enough;
        scene.company().plants().forEach(plant -> machines.put(plant, new Machine(scene, plant, chance)));
    }

    /** Arranges one day's shift. */
    void open(LocalDate day) {
        boolean isWorkday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        if (isWorkday) {
            scene.timetable()
                    .at(
                            scene.startOf(day).plus(PLANNING),
                            () -> scene.company().plants().forEach(plant -> plan(plant, day)));
        }
    }

    private void plan(Plant plant, LocalDate day) {
        Instant next = scene.startOf(day).plus(SHIFT_START);
        Instant end = scene.startOf(day).plus(SHIFT_END);
        List<Article> low = scene.company().goods().stream()
                .filter(Article::isMade)
                .filter(article -> shelf(plant, article).position() < enough)
                .sorted(Comparator.comparing(article -> shelf(plant, article).position()))
                .toList();
        for (Article article : low) {
            long units =
                    Math.min(MOST_UNITS, 2L * enough - shelf(plant, article).position());
            String lot = "LOT-" + ++lots;
            Run assembly = new Run(lot, Operation.ASSEMBLE, plant, article, units, next);
            Run test = new Run(lot, Operation.TEST, plant, article, units, assembly.plannedEndAt());
            if (test.plannedEndAt().isAfter(end)) {
                return;
            }
            next = test.plannedEndAt();
            shelf(plant, article).expect(units);
            scene.journal().changed(assembly);
            scene.journal().changed(test);
            if (chance.in(4)) {
                scene.after(Duration.ofMinutes(30), () -> cancel(assembly, test, units));
            }
            scene.timetable().at(assembly.plannedStartAt(), () -> assemble(assembly, test, units));
        }
    }

    private Stock.Shelf shelf(Plant plant, Article article) {
        return scene.stock().shelf(plant.warehouse(), article);
    }

    private void cancel(Run assembly, Run test, long units) {
        for (Run run : List.of(assembly, test)) {
            run.cancel(scene.timetable().now());
            scene.journal().changed(run);
        }
        shelf(test.plant(), test.article()).expect(-units);
    }

    private void assemble(Run assembly, Run test, long expected) {
        if (!assembly.isPlanned()) {
            return;
        }
        Machine machine = machine(assembly);
        if (machine.isBusy()) {
            scene.timetable().at(machine.freeAt(), () -> assemble(assembly, test, expected));
            return;
        }
        long units = makeable(assembly);
        if (units == 0) {
            cancel(assembly, test, expected);
            return;
        }
        assembly.start(scene.timetable().now(), units, issue(assembly, units));
        scene.journal().changed(assembly);
        machine.work(assembly, made -> {
            inspect(assembly, made);
            test(test, made.good(), expected);
        });
    }

    private void test(Run test, long units, long expected) {
        if (units == 0) {
            test.cancel(scene.timetable().now());
            shelf(test.plant(), test.article()).expect(-expected);
            scene.journal().changed(test);
            return;
        }
        test.start(scene.timetable().now(), units, List.of());
        scene.journal().changed(test);
        machine(test).work(test, made -> {
            inspect(test, made);
            shelf(test.plant(), test.article()).expect(-expected);
            shelf(test.plant(), test.article()).put(made.good());
        });
    }

    private Machine machine(Run run) {
        return Objects.requireNonNull(machines.get(run.plant()));
    }

    /** As many of the units planned as the materials on the shelf are enough for, waste included. */
    private long makeable(Run run) {
        long units = run.plannedUnits();
        for (Component part : run.article().recipe()) {
            long onHand = shelf(run.plant(), part.article()).onHand();
            units = Math.min(
                    units, onHand * Company.UNIT_MICROS * 100 / (part.microUnits() * (100 + WASTE_PERCENT)) - 1);
        }
        return Math.max(0, units);
    }

    private List<Issue> issue(Run run, long units) {
        List<Issue> issues = new ArrayList<>();
        for (Component part : run.article().recipe()) {
            long standard = part.microUnits() * units;
            long wanted = standard * (100 + chance.between(0, WASTE_PERCENT)) / 100;
            long whole = Math.max(1, (wanted + Company.UNIT_MICROS - 1) / Company.UNIT_MICROS);
            shelf(run.plant(), part.article()).take(whole);
            issues.add(new Issue(part.article(), standard, whole));
        }
        return issues;
    }

    private void inspect(Run run, Output made) {
        List<Finding> findings = new ArrayList<>();
        if (made.scrapped() > 0) {
            findings.add(new Finding(chance.pick(FAULTS), made.scrapped(), DefectDisposition.SCRAP));
        }
        if (made.reworked() > 0) {
            findings.add(new Finding(chance.pick(FAULTS), made.reworked(), DefectDisposition.REWORK));
        }
        Inspection inspection = Inspection.ofRun(run, scene.timetable().now(), made.produced(), findings);
        scene.journal().changed(inspection);
        if (chance.in(5)) {
            scene.after(chance.between(Duration.ofHours(1), Duration.ofHours(40)), () -> {
                inspection.correct("loose-joint");
                scene.journal().changed(inspection);
            });
        }
    }
}
