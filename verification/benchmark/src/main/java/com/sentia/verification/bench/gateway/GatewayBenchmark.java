package com.sentia.verification.bench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.settings.Secret;
import com.sentia.verification.bench.Findings;
import com.sentia.verification.bench.Goal;
import com.sentia.verification.bench.ProgramEnd;
import com.sentia.verification.bench.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Signed webhooks alone, and beside forged ones; what was answered with 200 must be there. */
final class GatewayBenchmark implements ProgramEnd.Benchmark {
    private static final double GOAL_MS = 20;
    private static final double REACHED = 0.99;
    private static final int WARM_UP_SECONDS = 5;
    private static final String OURS = "127.0.0.1";
    private static final String FORGERS = "127.0.0.2";

    private final GatewayLoad load;
    private final Findings findings;
    private final Set<Long> acknowledged = new HashSet<>();
    private final LongFunction<byte[]> genuine;
    private final LongFunction<byte[]> forged;
    private long nextId = 1_000_000;

    GatewayBenchmark(GatewayLoad load) {
        this.load = load;
        this.findings = new Findings(load.isQuick(), load.machine());
        this.genuine = new SignedRequests(load.webhooks(), load.secret())::order;
        this.forged = new SignedRequests(load.webhooks(), new Secret("somebody's guess"))::order;
    }

    @Override
    public Optional<Path> reportFile() {
        return load.reportFile();
    }

    @Override
    public Findings run() throws IOException, InterruptedException {
        findings.run().put("rate", load.rate()).put("flood", load.flood()).put("seconds", load.seconds());
        System.out.println("warming up");
        count(begin(genuine, OURS, load.rate(), Math.min(WARM_UP_SECONDS, load.seconds()))
                .end());
        System.out.printf("%d signed webhooks a second for %d s%n", load.rate(), load.seconds());
        part("alone", begin(genuine, OURS, load.rate(), load.seconds()).end());
        System.out.printf("the same beside %d forged ones a second%n", load.flood());
        LoadPart flood = begin(forged, FORGERS, load.flood(), load.seconds());
        LoadPart beside = begin(genuine, OURS, load.rate(), load.seconds());
        beside.end();
        flood.end();
        part("beside_flood", beside);
        forgers(flood);
        compare();
        return findings;
    }

    private LoadPart begin(LongFunction<byte[]> requests, String from, int rate, int seconds) {
        long first = nextId;
        nextId += 2L * rate * seconds + 1_000;
        return new LoadPart(load.webhooks(), from, requests).begin(first, rate, seconds);
    }

    private void part(String name, LoadPart part) {
        count(part);
        Samples millis = part.millis();
        ObjectNode node = findings.figures().putObject(name);
        node.put("answers_per_second", Math.round(part.answersPerSecond()));
        node.putObject("acknowledged")
                .put("p50_ms", millis.percentile(50))
                .put("p99_ms", millis.percentile(99))
                .put("max_ms", millis.most());
        findings.line(
                "%-14s %6.0f a second, ms until acknowledged: p50 %.1f  p99 %.1f  most %.1f",
                name, part.answersPerSecond(), millis.percentile(50), millis.percentile(99), millis.most());
        String how = name.replace('_', ' ');
        findings.goal(Goal.below("p99 to acknowledgement, " + how, GOAL_MS, "ms", millis.percentile(99)));
        findings.goal(Goal.atLeast(
                "signed webhooks a second, " + how, REACHED * load.rate(), "a second", part.answersPerSecond()));
    }

    private void count(LoadPart part) {
        acknowledged.addAll(part.acknowledged());
        part.statuses().forEach((status, number) -> {
            if (status != 200) {
                findings.complain(number + " signed webhooks were answered " + status);
            }
        });
    }

    private void forgers(LoadPart flood) {
        ObjectNode node = findings.figures().putObject("flood");
        flood.statuses().forEach((status, number) -> {
            node.put("answered_" + status, number.sum());
            if (status == 200) {
                findings.complain(number + " forged webhooks were answered 200");
            }
        });
        findings.line("forged: %.0f a second, answered %s", flood.answersPerSecond(), flood.statuses());
    }

    private void compare() {
        Set<Long> missing = new HashSet<>(acknowledged);
        missing.removeAll(WrittenOrders.on(load.kafka()));
        if (!missing.isEmpty()) {
            findings.complain(missing.size() + " webhooks were answered 200 and are not on the topic");
        }
        findings.equal(acknowledged.size());
    }
}
