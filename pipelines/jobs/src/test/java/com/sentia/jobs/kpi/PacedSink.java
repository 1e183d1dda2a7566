package com.sentia.jobs.kpi;

import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.WriterProgress;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what a job wrote, and lets those know who wait until values are final. */
record PacedSink(CollectingSink<KpiWrite> writes, Pace pace) implements Sink<KpiWrite> {
    @Override
    public SinkWriter<KpiWrite> createWriter(WriterInitContext context) {
        SinkWriter<KpiWrite> writer = writes.createWriter(context);
        return new SinkWriter<>() {
            @Override
            public void write(KpiWrite write, Context where) throws java.io.IOException, InterruptedException {
                writer.write(write, where);
                WriterProgress progress = write.progress();
                if (progress != null) {
                    pace.said(progress);
                }
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
