package com.sentia.verification.bench.latency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;
import com.sentia.verification.bench.ProgramEnd;
import com.sentia.verification.bench.Samples;
import com.sentia.verification.bench.stack.TopicWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** Changes orders one after the other while others are placed, and times each change; at one load after the other. */
final class LatencyBenchmark implements ProgramEnd.Benchmark {
    private static final double GOAL_MS = 1_000;
    private static final int WARM_UP = 20;
    private static final int TELL_EVERY = 10;

    private final LatencySettings settings;
    private final Clock clock;
    private final Findings findings;
    private final AtomicLong orders = new AtomicLong(1_000_000);

    LatencyBenchmark(LatencySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.findings =
                new Findings(settings.stack().isQuick(), settings.stack().machine());
    }

    @Override
    public Optional<Path> reportFile() {
        return settings.stack().reportFile();
    }

    @Override
    public Findings run() throws IOException, InterruptedException {
        findings.run().put("probes", settings.probes());
        findings.line("milliseconds from sending a webhook, %d changes at each load", settings.probes());
        try (TopicWriter writer = new TopicWriter(settings.stack(), 0);
                Probe probe = new Probe(settings.stack(), clock, orders)) {
            for (int load : settings.loads()) {
                under(load, writer, probe);
            }
            writer.flush();
        }
        return findings;
    }

    private void under(int load, TopicWriter writer, Probe probe) throws IOException, InterruptedException {
        List<Timing> timings = new ArrayList<>();
        double sent;
        try (BackgroundLoad background = new BackgroundLoad(writer, clock, load, orders)) {
            System.out.printf("%d lines a second: warming up%n", load);
            for (int i = 0; i < WARM_UP + settings.probes(); i++) {
                Optional<Timing> timing = probe.change();
                if (timing.isEmpty()) {
                    findings.complain("at " + load + " lines a second a change never came to be read");
                    return;
                }
                if (i >= WARM_UP) {
                    timings.add(timing.get());
                    findings.equal(1);
                }
                if ((i + 1) % TELL_EVERY == 0) {
                    System.out.printf(
                            "%d lines a second: change %d read after %.0f ms%n",
                            load, i + 1, timing.get().readableMillis());
                }
            }
            sent = background.linesPerSecond();
        }
        tell(load, sent, timings);
    }

    private void tell(int load, double sent, List<Timing> timings) {
        ObjectNode node = findings.figures().putObject(Integer.toString(load));
        node.put("lines_sent_per_second", Math.round(sent));
        findings.line("%d lines a second (sent: %.0f)", load, sent);
        hop(node, "acknowledged", "taken by the webhook gateway", timings, Timing::acknowledgedMillis);
        hop(node, "normalized", "committed by the normalizer", timings, Timing::canonicalMillis);
        hop(node, "computed", "found by the job", timings, Timing::computedMillis);
        Samples readable = hop(node, "readable", "read through the API", timings, Timing::readableMillis);
        findings.goal(Goal.below(
                "p99 from the webhook to the API at " + load + " lines/s", GOAL_MS, "ms", readable.percentile(99)));
    }

    private Samples hop(
            ObjectNode node, String field, String words, List<Timing> timings, ToDoubleFunction<Timing> millis) {
        Samples samples = new Samples(timings.stream().mapToDouble(millis).toArray());
        node.putObject(field)
                .put("p50_ms", samples.percentile(50))
                .put("p95_ms", samples.percentile(95))
                .put("p99_ms", samples.percentile(99))
                .put("max_ms", samples.most());
        findings.line(
                "  %-28s p50 %6.0f  p95 %6.0f  p99 %6.0f  most %6.0f",
                words, samples.percentile(50), samples.percentile(95), samples.percentile(99), samples.most());
        return samples;
    }
}
