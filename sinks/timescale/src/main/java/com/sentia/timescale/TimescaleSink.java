package com.sentia.timescale;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a stream's elements to the database at least once, by idempotent statements: in batches, flushed by size, by time and
 * at each checkpoint, so that what a checkpoint covers is committed when it completes.
 *
 * @param address where to
 * @param factory makes what a flush does
 * @param settings when to flush and how long to retry
 * @param rejected takes rows that the database refuses
 */
public record TimescaleSink<T>(
        DatabaseAddress address,
        BatchWriter.Factory<T> factory,
        BatchSettings settings,
        RejectedRow.Handler<T> rejected)
        implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        BatchWriter<T> writer = factory.create(context.getTaskInfo().getIndexOfThisSubtask());
        return new TimescaleWriter<>(
                new BatchFlush<>(address, writer, settings.retryFor(), rejected),
                settings,
                context.getProcessingTimeService());
    }
}
