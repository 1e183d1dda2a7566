package com.sentia.gateway.delivery;

import com.sentia.gateway.delivery.Delivery.Sample;
import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out, and goes on finding out, whether records can be written: the registry has told the ids of all schemas (once; they never
 * change), and the broker answers for all topics.
 */
public final class Readiness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    private final Delivery delivery;
    private final List<Sample> samples;
    private final Admin admin;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "readiness"));
    private volatile boolean ready;
    private boolean told;

    private Readiness(Delivery delivery, List<Topic> rawTopics, Admin admin) {
        this.delivery = delivery;
        this.samples = Samples.of(rawTopics);
        this.admin = admin;
    }

    /**
     * Begins to look.
     *
     * @param rawTopics the topics that are written, besides their dead letters'
     */
    public static Readiness watch(Delivery delivery, List<Topic> rawTopics, DeliverySettings settings) {
        Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) LONGEST_ANSWER.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LONGEST_ANSWER.toMillis()));
        Readiness readiness = new Readiness(delivery, rawTopics, admin);
        ScheduledFuture<?> unused = readiness.looking.scheduleWithFixedDelay(
                readiness::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return readiness;
    }

    /** Whether a record could be written when it was last looked. */
    public boolean isReady() {
        return ready;
    }

    @Override
    public void close() {
        looking.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void look() {
        try {
            if (!delivery.isWarm()) {
                delivery.warmUp(samples);
            }
            admin.describeTopics(samples.stream()
                            .map(sample -> sample.topic().name())
                            .toList())
                    .allTopicNames()
                    .get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            become(true, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            become(false, String.valueOf(e.getMessage()));
        }
    }

    /** Says what it is at first, and then what changed, not what stayed. */
    private void become(boolean now, String why) {
        if (told && now == ready) {
            return;
        }
        told = true;
        ready = now;
        if (now) {
            LOG.info("event=ready topics={}", samples.size());
        } else {
            LOG.warn("event=not-ready why=\"{}\"", why);
        }
    }
}
