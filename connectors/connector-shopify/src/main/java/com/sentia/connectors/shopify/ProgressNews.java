package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.RecordEncoder;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourcePosition;
import com.sentia.connectors.kit.SourceRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a feed is complete, and repeats it at intervals; tells of answers that can't be read. */
final class ProgressNews {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressNews.class);

    private final SourceRecords records;
    private final Duration interval;
    private final Clock clock;
    private Instant toldAt = Instant.MIN;

    ProgressNews(SourceRecords records, Duration interval, Clock clock) {
        this.records = records;
        this.interval = interval;
        this.clock = clock;
    }

    /** The records that tell it. */
    List<SourceRecord> tell(Instant completeTo, Instant now, SourcePosition position) {
        List<SourceRecord> told = records.progress(completeTo, now, position);
        toldAt = now;
        return told;
    }

    /** The same once more, when the time has come and anything is known. */
    List<SourceRecord> heartbeat(@Nullable Instant completeTo, Instant now, SourcePosition position) {
        if (completeTo == null || now.isBefore(toldAt.plus(interval))) {
            return List.of();
        }
        try {
            return RecordEncoder.guarded(() -> tell(completeTo, now, position));
        } catch (SourceException e) {
            LOG.warn("event=heartbeat-skipped position={} why=\"{}\"", position.partition(), e.getMessage());
            return List.of();
        }
    }

    /** The dead letter for an answer that can't be read. */
    List<SourceRecord> setAside(SourceException.SetAside problem, SourcePosition position) {
        try {
            return RecordEncoder.guarded(() -> List.of(records.rejected(
                    "answer",
                    problem.reason(),
                    String.valueOf(problem.getMessage()),
                    problem.raw(),
                    clock.instant(),
                    position)));
        } catch (SourceException e) {
            LOG.warn("event=dead-letter-postponed position={} why=\"{}\"", position.partition(), e.getMessage());
            return List.of();
        }
    }
}
