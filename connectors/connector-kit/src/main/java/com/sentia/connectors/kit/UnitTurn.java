package com.sentia.connectors.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One unit's place in the rotation: when it is due, and what its last failure means for that. */
final class UnitTurn {
    private static final Logger LOG = LoggerFactory.getLogger(UnitTurn.class);
    /** A problem that lasts is set aside once, from this attempt on; before it is taken for a passing one. */
    private static final int SET_ASIDE_AT = 3;

    private final UnitFeed feed;
    private final Backoff backoff;
    private final Duration stoppedRetry;
    private Instant due;
    private int failures;
    private boolean stopped;
    private boolean setAside;

    UnitTurn(UnitFeed feed, Backoff backoff, Duration stoppedRetry, Instant due) {
        this.feed = feed;
        this.backoff = backoff;
        this.stoppedRetry = stoppedRetry;
        this.due = due;
    }

    Instant due() {
        return due;
    }

    /** Brings its turn forward, if it is one of this unit's. */
    void wake(SourceUnit unit, Instant now) {
        if (feed.unit().equals(unit) && due.isAfter(now)) {
            due = now;
        }
    }

    List<SourceRecord> heartbeat(Instant now) {
        return feed.heartbeat(now);
    }

    List<SourceRecord> take(Instant now) {
        try {
            List<SourceRecord> records = feed.read();
            if (failures > 0 || stopped) {
                LOG.info("event=unit-reads-again unit={} failures={}", feed.unit(), failures);
            }
            failures = 0;
            stopped = false;
            setAside = false;
            due = now.plus(feed.pause());
            feed.enter(feed.pause().isZero() ? FeedState.READING : FeedState.CAUGHT_UP);
            return records;
        } catch (SourceException.Wait e) {
            LOG.debug(
                    "event=unit-waits unit={} ms={} why=\"{}\"",
                    feed.unit(),
                    e.time().toMillis(),
                    e.getMessage());
            due = now.plus(e.time());
            feed.enter(FeedState.WAITING);
        } catch (SourceException.Retry e) {
            retryLater(now, e);
        } catch (SourceException.StopUnit e) {
            return stop(now, e);
        } catch (SourceException.SetAside e) {
            retryLater(now, e);
            return setAsideOnce(e);
        } catch (SourceException e) {
            throw new IllegalStateException("a class of error nobody decided on", e);
        }
        return List.of();
    }

    private void retryLater(Instant now, SourceException e) {
        failures++;
        Duration wait = backoff.before(failures);
        due = now.plus(wait);
        feed.enter(FeedState.RETRYING);
        LOG.warn(
                "event=unit-retries unit={} failures={} next_ms={} why=\"{}\"",
                feed.unit(),
                failures,
                wait.toMillis(),
                e.getMessage());
    }

    private List<SourceRecord> setAsideOnce(SourceException.SetAside e) {
        if (failures < SET_ASIDE_AT || setAside) {
            return List.of();
        }
        List<SourceRecord> records = feed.setAside(e);
        setAside = !records.isEmpty();
        return records;
    }

    private List<SourceRecord> stop(Instant now, SourceException.StopUnit e) {
        due = now.plus(stoppedRetry);
        if (!stopped) {
            LOG.error(
                    "event=unit-stopped unit={} retried_every_s={} why=\"{}\"",
                    feed.unit(),
                    stoppedRetry.toSeconds(),
                    e.getMessage());
        }
        stopped = true;
        feed.enter(FeedState.STOPPED);
        return feed.stopped(e);
    }
}
