package com.sentia.verification.bench.latency;

import com.sentia.verification.bench.stack.Shop;
import com.sentia.verification.bench.stack.StackSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Places orders in a shop where nobody else sells, changes their quantity, and waits each time until the shop's units say so. No
 * other order changes them, so that the value read is the one expected or not yet.
 */
final class Probe implements AutoCloseable {
    static final Shop SHOP = Shop.EU;

    private static final int CHANGES_AN_ORDER = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MS = 3;

    private final WebhookDoor door;
    private final CanonicalWatch canonical;
    private final Reader reader;
    private final Clock clock;
    private final AtomicLong orders;
    private long otherUnits;
    private int changes = CHANGES_AN_ORDER;
    private RawOrder order;

    Probe(StackSettings stack, Clock clock, AtomicLong orders) {
        this.door = new WebhookDoor(stack);
        this.canonical = new CanonicalWatch(stack, SHOP.unit());
        this.reader = new Reader(stack.api(), SHOP);
        this.clock = clock;
        this.orders = orders;
        this.order = new RawOrder(SHOP, 0, now(), now(), List.of(0));
    }

    /** One change: empty when its value never came. */
    Optional<Timing> change() throws IOException, InterruptedException {
        if (changes == CHANGES_AN_ORDER) {
            otherUnits += order.units().get(0);
            Instant now = now();
            order = new RawOrder(SHOP, orders.incrementAndGet(), now, now, List.of(1));
            changes = 0;
            if (time().isEmpty()) {
                return Optional.empty();
            }
        }
        changes++;
        order = new RawOrder(
                SHOP, order.id(), order.placedAt(), now(), List.of(order.units().get(0) + 1));
        return time();
    }

    private Optional<Timing> time() throws IOException, InterruptedException {
        long expected = otherUnits + order.units().get(0);
        Instant sentAt = now();
        long sent = System.nanoTime();
        door.tell(order);
        long acknowledged = System.nanoTime();
        while (System.nanoTime() - sent < PATIENCE.toNanos()) {
            Reader.Answer answer = reader.ask();
            if (answer.units() == expected) {
                long read = System.nanoTime();
                return Optional.of(new Timing(
                        (acknowledged - sent) / 1e6,
                        (canonical.seenAt(order).orElse(read) - sent) / 1e6,
                        ChronoUnit.MICROS.between(sentAt, answer.computedAt()) / 1e3,
                        (read - sent) / 1e6));
            }
            Thread.sleep(PAUSE_MS);
        }
        return Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() throws InterruptedException {
        canonical.close();
    }
}
