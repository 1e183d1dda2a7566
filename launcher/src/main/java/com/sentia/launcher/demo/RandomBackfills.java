package com.sentia.launcher.demo;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connectors.Signals;
import com.sentia.launcher.session.Console;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Has days of the past read once more while the shops go on, so that what is read twice must not count twice. */
final class RandomBackfills implements Runnable {
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final int LONGEST_DAYS = 14;
    private static final int FURTHEST_DAYS = 40;

    private final Signals signals;
    private final String connector;
    private final List<String> shops;
    private final Supplier<Instant> shopsNow;
    private final Console console;
    private final Clock clock;
    private final Random random;
    private final AtomicInteger accepted = new AtomicInteger();

    /** @param shopsNow the shops' time */
    RandomBackfills(
            Signals signals,
            String connector,
            List<String> shops,
            Supplier<Instant> shopsNow,
            Console console,
            Clock clock,
            long seed) {
        this.signals = signals;
        this.connector = connector;
        this.shops = List.copyOf(shops);
        this.shopsNow = shopsNow;
        this.console = console;
        this.clock = clock;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE.toMillis());
                send();
            }
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() throws InterruptedException {
        Instant from = shopsNow.get().minus(random.nextInt(1, FURTHEST_DAYS), ChronoUnit.DAYS);
        ConnectorSignal signal = ConnectorSignal.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setConnector(connector)
                .setKind(SignalKind.BACKFILL)
                .setUnit(shops.get(random.nextInt(shops.size())))
                .setEntity("order")
                .setFrom(from.truncatedTo(ChronoUnit.SECONDS))
                .setTo(from.plus(random.nextInt(1, LONGEST_DAYS), ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS))
                .setIds(List.of())
                .setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .build();
        try {
            Signals.Outcome outcome = signals.send(signal);
            if (outcome.isAccepted()) {
                accepted.incrementAndGet();
            } else {
                // One that is still at it refuses.
                outcome.answers()
                        .forEach((feed, answer) -> console.line(feed + " was not asked again: " + answer.getDetail()));
            }
        } catch (LauncherException e) {
            console.line("no days were asked for again: " + e.getMessage());
        }
    }

    /** How many were begun. */
    int accepted() {
        return accepted.get();
    }
}
