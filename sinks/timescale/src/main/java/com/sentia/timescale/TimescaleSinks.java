package com.sentia.timescale;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sinks that jobs use. */
public final class TimescaleSinks {
    private static final Logger LOG = LoggerFactory.getLogger(TimescaleSinks.class);

    private TimescaleSinks() {}

    /**
     * Writes everything a KPI job has to say. To be chained one to one after the operator that took the generation (same
     * parallelism, no rebalance): subtask i writes under generation and progress of subtask i.
     *
     * @param job the name generations are taken under
     */
    public static TimescaleSink<KpiWrite> kpi(
            DatabaseAddress address, String job, BatchSettings settings, RejectedRow.Handler<KpiWrite> rejected) {
        return new TimescaleSink<>(address, subtask -> new KpiBatch(job, subtask), settings, rejected);
    }

    /** Writes the table {@code dead_letter} from the records of {@code .rejected} topics. */
    public static TimescaleSink<DeadLetterRow> deadLetters(DatabaseAddress address, BatchSettings settings) {
        return new TimescaleSink<>(
                address,
                subtask -> deadLetterStatement(),
                settings,
                rejected -> LOG.warn(
                        "dead letter not stored topic={} partition={} offset={} state={} lost=1",
                        rejected.row().topic(),
                        rejected.row().partition(),
                        rejected.row().offset(),
                        rejected.sqlState()));
    }

    /**
     * Writes the current facts of entities. Any number of writers may write the same entities: the highest version's facts stand.
     * An entity that the database refuses is left out, which is logged: facts explain values, they don't make them.
     */
    public static TimescaleSink<FactWrite> facts(DatabaseAddress address, BatchSettings settings) {
        return new TimescaleSink<>(
                address,
                subtask -> new FactBatch(),
                settings,
                rejected -> LOG.warn(
                        "facts not stored entity={} state={} lost={}",
                        rejected.row().entity(),
                        rejected.sqlState(),
                        rejected.row().facts().size()));
    }

    /**
     * Writes exchange rates. Any number of writers may write the same: the highest version has the last word, and what it supersedes
     * goes to history. A rate that the database refuses is left out, which is logged: it explains values, it doesn't make them.
     */
    public static TimescaleSink<RateRow> rates(DatabaseAddress address, BatchSettings settings) {
        return new TimescaleSink<>(
                address,
                subtask -> new RateBatch(),
                settings,
                rejected -> LOG.warn(
                        "rate not stored currency={} day={} state={} lost=1",
                        rejected.row().currency(),
                        rejected.row().day(),
                        rejected.sqlState()));
    }

    /** Fails the job on a row the database refuses; for rows that only a defect can make unfit. */
    public static <T> RejectedRow.Handler<T> failing() {
        return rejected -> {
            throw new IllegalStateException(
                    "the database refuses a row, state " + rejected.sqlState() + ": " + rejected.reason());
        };
    }

    private static UpsertStatement<DeadLetterRow> deadLetterStatement() {
        return new UpsertStatement<>(
                "sql/upsert-dead-letter.sql",
                row -> List.of(row.topic(), row.partition(), row.offset()),
                List.of(
                        Column.text(DeadLetterRow::topic),
                        Column.integer(DeadLetterRow::partition),
                        Column.bigint(DeadLetterRow::offset),
                        Column.text(DeadLetterRow::stage),
                        Column.text(DeadLetterRow::reason),
                        Column.text(DeadLetterRow::detail),
                        Column.text(DeadLetterRow::sourceTopic),
                        Column.integer(DeadLetterRow::sourcePartition),
                        Column.bigint(DeadLetterRow::sourceOffset),
                        Column.bytes(DeadLetterRow::key),
                        Column.bytes(DeadLetterRow::value),
                        Column.bigint(DeadLetterRow::rejectedAtMicros)));
    }
}
