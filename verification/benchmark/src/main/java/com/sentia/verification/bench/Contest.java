package com.sentia.verification.bench;

import com.sentia.verification.bench.WindowValues.Form;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the contenders run, in turns, and compares what they wrote with what the engine wrote in the first round. */
final class Contest {
    private static final String INPUT = "order-lines";
    private static final int PARTITIONS = ContenderSettings.PARALLELISM;

    private final BenchmarkSettings settings;
    private final BenchmarkTopics topics;
    private final ContenderProcess process;
    private final Map<Race, Rounds> races = new LinkedHashMap<>();
    private final Map<Race, WindowValues> references = new HashMap<>();

    Contest(BenchmarkSettings settings, Children children, Broker broker) {
        this.settings = settings;
        this.topics = new BenchmarkTopics(broker);
        this.process = new ContenderProcess(settings, children, broker.address(), INPUT);
    }

    Map<Race, Rounds> run() throws IOException, InterruptedException {
        topics.create(INPUT, PARTITIONS);
        topics.fill(INPUT, PARTITIONS, new OrderLineGenerator(settings.seed(), settings.events(), settings.days()));
        for (Breakdown breakdown : settings.breakdowns()) {
            run(settings.windows().stream()
                    .map(window -> new Race(
                            breakdown, window, window.equals(settings.windows().get(0))))
                    .toList());
            references.clear();
        }
        return races;
    }

    private void run(List<Race> inTurns) throws IOException, InterruptedException {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Race race : inTurns) {
                for (Contender contender : Contender.values()) {
                    if (race.has(contender)) {
                        run(race, contender, round);
                    }
                }
            }
        }
    }

    private void run(Race race, Contender contender, int round) throws IOException, InterruptedException {
        String output = race.run(contender, round);
        topics.create(output, 1);
        ContenderResult result = process.run(race, contender, output);
        if (!result.isCutOff() && result.events() != settings.events()) {
            throw new IOException(contender + " read " + result.events() + " of " + settings.events() + " lines");
        }
        rounds(race).ran(contender, round, result);
        System.out.printf(
                "round %d, %s: %s %.2f s%s%n",
                round, race.words(), contender, result.seconds(), result.isCutOff() ? ", cut off" : "");
        Optional<Form> form = contender.form();
        if (form.isPresent()) {
            WindowValues found = topics.values(output, form.get(), race.window().step());
            compare(race, contender, round, found, !result.isCutOff());
        }
        topics.delete(output);
    }

    private void compare(Race race, Contender contender, int round, WindowValues found, boolean isWhole) {
        WindowValues reference = references.putIfAbsent(race, found);
        if (reference != null) {
            Comparison comparison = isWhole ? Comparison.of(reference, found) : Comparison.ofPart(reference, found);
            rounds(race).compared(contender, round, comparison, isWhole);
        }
    }

    private Rounds rounds(Race race) {
        return races.computeIfAbsent(race, absent -> new Rounds());
    }
}
