package com.sentia.simulators.webhooks;

import com.sentia.simulators.webhooks.DeliveryCounts.Outcome;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a subscriber what happens in the shops as virtual time goes on: some events twice, some late, some never, as vendors do.
 * What happened before the process began, or while it was down, is not told.
 */
public final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);
    private static final long LATEST_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final int MOST_AT_ONCE = 16;
    private static final int PER_CENT = 100;
    private static final int OK = 200;

    private final WebhookSettings settings;
    private final WebhookSource source;
    private final WebhookTargets targets;
    private final LongSupplier clock;
    private final BooleanSupplier isOver;
    private final WebhookRequest request;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();
    private final DeliveryCounts counts = new DeliveryCounts();
    /** Everything below belongs to this one thread. */
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread webhooks = new Thread(task, "webhooks");
        webhooks.setDaemon(true);
        return webhooks;
    });

    private final PriorityQueue<Delivery> waiting = new PriorityQueue<>(Comparator.comparingLong(Delivery::due));
    private int underWay;

    /**
     * @param clock virtual epoch milliseconds
     * @param isOver whether virtual time stands at its end; then nothing waits for its time any more
     */
    public WebhookSender(
            WebhookSettings settings,
            WebhookSource source,
            WebhookTargets targets,
            String apiVersion,
            LongSupplier clock,
            BooleanSupplier isOver) {
        this.settings = settings;
        this.source = source;
        this.targets = targets;
        this.clock = clock;
        this.isOver = isOver;
        this.request = new WebhookRequest(settings.secret(), apiVersion);
    }

    /** Begins with what happens from now on. */
    public void start() {
        source.begin(clock.getAsLong());
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What became of the events so far, and how many wait to be told. */
    public Map<String, Integer> counts() {
        return counts.now();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            long now = clock.getAsLong();
            for (WebhookEvent event : source.happenedUpTo(now)) {
                targets.of(event.shop(), event.topic()).forEach(target -> schedule(event, target));
            }
            sendDue();
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again.
            LOG.error("webhooks=stumbled", e);
        }
    }

    private void schedule(WebhookEvent event, WebhookTarget target) {
        long at = Duration.ofSeconds(event.second()).toMillis();
        byte[] body = event.body().get();
        SplittableRandom chance =
                new SplittableRandom(UUID.nameUUIDFromBytes(event.identity().getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits());
        if (chance.nextInt(PER_CENT) < settings.lostPercent()) {
            counts.add(Outcome.LOST);
            return;
        }
        boolean isLate = chance.nextInt(PER_CENT) < settings.latePercent();
        if (isLate) {
            counts.add(Outcome.LATE);
        }
        long lateness = isLate ? chance.nextLong(LATEST_MILLIS) : 0;
        waiting.add(new Delivery(event, target, body, 0, at + lateness));
        if (chance.nextInt(PER_CENT) < settings.doubledPercent()) {
            counts.add(Outcome.DOUBLED);
            waiting.add(new Delivery(event, target, body, 0, at + chance.nextLong(LATEST_MILLIS)));
        }
    }

    private void sendDue() {
        long now = isOver.getAsBoolean() ? Long.MAX_VALUE : clock.getAsLong();
        Delivery next = waiting.peek();
        while (next != null && next.due() <= now && underWay < MOST_AT_ONCE) {
            waiting.remove();
            send(next);
            next = waiting.peek();
        }
    }

    private void send(Delivery delivery) {
        underWay++;
        var unused = http.sendAsync(request.of(delivery), HttpResponse.BodyHandlers.discarding())
                .handle((response, problem) -> problem == null && response.statusCode() == OK)
                .thenAcceptAsync(acknowledged -> settle(delivery, acknowledged), thread);
    }

    private void settle(Delivery delivery, boolean acknowledged) {
        underWay--;
        targets.tried(delivery.event().shop(), delivery.target(), acknowledged);
        if (acknowledged) {
            counts.add(Outcome.ACKNOWLEDGED);
        } else {
            counts.add(Outcome.FAILED);
            delivery.afterFailure(clock.getAsLong()).ifPresentOrElse(waiting::add, () -> counts.add(Outcome.GIVEN_UP));
        }
        sendDue();
    }
}
