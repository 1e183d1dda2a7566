package com.sentia.connectors.kit.control;

import com.sentia.connectors.kit.FeedState;
import com.sentia.connectors.kit.LiveFeed;
import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.SourceRecords;
import com.sentia.connectors.kit.SourceUnit;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what a feed does and shows how it stands, under {@code com.sentia.connectors:type=feed,vendor=…,unit=…,entity=…}. */
public final class FeedGauges implements FeedMXBean, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedGauges.class);
    private static final double UNKNOWN = -1;

    private final ObjectName name;
    private final LiveFeed feed;
    private final RateBudget budget;
    private final @Nullable Instant versionEnd;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile FeedState state = FeedState.WAITING;

    /** @param versionEnd when the API version asked for is no longer served; null when that is not known */
    public FeedGauges(LiveFeed feed, RateBudget budget, @Nullable Instant versionEnd, Clock clock) {
        this.name = name(feed.unit());
        this.feed = feed;
        this.budget = budget;
        this.versionEnd = versionEnd;
        this.clock = clock;
    }

    /** Shows them; a task that was given up and has not ended yet no longer does. */
    public FeedGauges register() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(this, name);
        } catch (JMException e) {
            LOG.warn("event=gauges-not-shown name={} why=\"{}\"", name, e.getMessage());
        }
        return this;
    }

    @Override
    public void close() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        } catch (JMException expected) {
            // Somebody else took them away.
        }
    }

    /** Counts records that are handed on. */
    void count(List<SourceRecord> records) {
        sent.addAndGet(records.stream().filter(SourceRecords::isFromVendor).count());
        rejected.addAndGet(records.stream().filter(SourceRecords::isDeadLetter).count());
    }

    void enter(FeedState entered) {
        state = entered;
    }

    @Override
    public double getCompleteToLagSeconds() {
        return feed.completeTo().map(to -> seconds(to, clock.instant())).orElse(UNKNOWN);
    }

    @Override
    public long getRecordsSent() {
        return sent.get();
    }

    @Override
    public long getRecordsRejected() {
        return rejected.get();
    }

    @Override
    public String getState() {
        return state.text();
    }

    @Override
    public double getBudgetAvailable() {
        return budget.available().orElse(UNKNOWN);
    }

    @Override
    public double getBudgetInUse() {
        return budget.inUse().orElse(UNKNOWN);
    }

    @Override
    public double getApiVersionDaysLeft() {
        return versionEnd == null ? UNKNOWN : Math.max(0, seconds(clock.instant(), versionEnd) / 86_400);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static ObjectName name(SourceUnit unit) {
        try {
            return new ObjectName("com.sentia.connectors:type=feed,vendor=" + value(unit.vendor()) + ",unit="
                    + value(unit.unit()) + ",entity=" + value(unit.entity()));
        } catch (JMException e) {
            throw new IllegalStateException("no JMX name for " + unit, e);
        }
    }

    private static String value(String text) {
        return text.matches("[\\w.-]+") ? text : ObjectName.quote(text);
    }
}
