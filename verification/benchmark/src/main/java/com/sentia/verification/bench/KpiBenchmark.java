package com.sentia.verification.bench;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the KPI engine with other ways to compute the same: {@code --settings FILE}. Ends with 0 when all contenders found
 * the same values, whatever their speed, 1 when they did not, 2 when it could not run.
 */
public final class KpiBenchmark {
    private static final String INPUT = "order-lines";
    private static final int PARTITIONS = ContenderSettings.PARALLELISM;
    private static final long STEP_MICROS = ContenderSettings.STEP.toNanos() / 1_000;
    private static final int DIFFERENT = 1;
    private static final int COULD_NOT_RUN = 2;

    private final BenchmarkSettings settings;
    private final BenchmarkTopics topics;
    private final ContenderProcess process;
    private final Rounds rounds = new Rounds();
    private Optional<Map<String, String>> reference = Optional.empty();

    private KpiBenchmark(BenchmarkSettings settings, Broker broker) {
        this.settings = settings;
        this.topics = new BenchmarkTopics(broker);
        this.process = new ContenderProcess(settings, broker.address(), INPUT);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(run(BenchmarkSettings.from(Settings.fromArguments(arguments))));
        } catch (SettingsException | IOException e) {
            System.out.println("sentia: " + e.getMessage());
            System.exit(COULD_NOT_RUN);
        }
    }

    private static int run(BenchmarkSettings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.workFolder());
        Rounds rounds;
        try (Broker broker = Broker.start(settings.distribution(), settings.workFolder())) {
            // Ended from outside it must not leave the broker behind.
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            rounds = new KpiBenchmark(settings, broker).race();
        }
        BenchmarkReport report = new BenchmarkReport(settings, rounds);
        System.out.print(report.text());
        Optional<Path> file = settings.reportFile();
        if (file.isPresent()) {
            report.write(file.get());
        }
        return rounds.complaints().isEmpty() ? 0 : DIFFERENT;
    }

    private Rounds race() throws IOException, InterruptedException {
        topics.create(INPUT, PARTITIONS);
        topics.fill(INPUT, PARTITIONS, new OrderLineGenerator(settings.seed(), settings.events()));
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Contender contender : Contender.values()) {
                run(contender, round);
            }
        }
        return rounds;
    }

    private void run(Contender contender, int round) throws IOException, InterruptedException {
        String output = contender.name().toLowerCase(java.util.Locale.ROOT) + "-" + round;
        topics.create(output, 1);
        Optional<ContenderResult> result = process.run(contender, output);
        if (result.isEmpty()) {
            rounds.cutOff(contender, round);
            System.out.println("round " + round + " " + contender + " cut off");
            return;
        }
        if (result.get().events() != settings.events()) {
            throw new IOException(contender + " read " + result.get().events() + " of " + settings.events() + " lines");
        }
        rounds.ran(contender, result.get());
        System.out.printf("round %d %s %.2f s%n", round, contender, result.get().seconds());
        if (contender.form().isPresent()) {
            Map<String, String> found =
                    topics.values(output).expanded(contender.form().get(), STEP_MICROS);
            compare(contender, round, found);
        }
    }

    /** With what the first contender found in its first round. */
    private void compare(Contender contender, int round, Map<String, String> found) {
        if (reference.isEmpty()) {
            reference = Optional.of(found);
        } else {
            rounds.compared(contender, round, Comparison.of(reference.get(), found));
        }
    }
}
