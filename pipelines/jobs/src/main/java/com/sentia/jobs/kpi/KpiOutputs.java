package com.sentia.jobs.kpi;

import com.sentia.runtime.KafkaRecords;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.RejectionWriter;
import com.sentia.schemas.topics.Topics;
import com.sentia.timescale.BatchSettings;
import com.sentia.timescale.FactWrite;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.TimescaleSinks;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the job's results go.
 *
 * @param writes everything a window subtask has to say, in order
 * @param topic change points for subscribers
 * @param sourceProgress how far feeds have been counted
 * @param rejected records set aside
 * @param facts the current facts behind the values
 */
public record KpiOutputs(
        Sink<KpiWrite> writes,
        Sink<KpiChange> topic,
        Sink<KpiWrite> sourceProgress,
        Sink<Rejection> rejected,
        Sink<FactWrite> facts) {
    /** An entity has some twenty facts, which lie in memory as texts until they are written; nobody waits for them by the second. */
    private static final BatchSettings FACTS =
            new BatchSettings(500, Duration.ofSeconds(1), BatchSettings.DEFAULT.retryFor());

    /** TimescaleDB and Kafka. */
    static KpiOutputs of(KpiSettings settings) {
        return new KpiOutputs(
                database(settings),
                KafkaRecords.sink(settings.kafka(), Topics.KPI_VALUE, KpiValueWriter.of(settings.catalogue())),
                database(settings),
                KafkaRecords.sink(
                        settings.kafka(), Topics.KPI_VALUE_REJECTED, new RejectionWriter(settings.job() + "-job")),
                TimescaleSinks.facts(settings.database(), FACTS));
    }

    private static Sink<KpiWrite> database(KpiSettings settings) {
        return TimescaleSinks.kpi(settings.database(), settings.job(), BatchSettings.DEFAULT, TimescaleSinks.failing());
    }
}
