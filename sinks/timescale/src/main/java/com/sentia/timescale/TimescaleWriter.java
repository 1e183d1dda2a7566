package com.sentia.timescale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gathers elements and flushes them when enough have come, when the first has waited long enough, and at each checkpoint.
 * The timer fires on the task's own thread (its mailbox), so nothing here is shared between threads.
 */
final class TimescaleWriter<T> implements SinkWriter<T> {
    private final BatchFlush<T> flush;
    private final BatchSettings settings;
    private final ProcessingTimeService time;
    private List<T> waiting = new ArrayList<>();
    private @Nullable ScheduledFuture<?> timer;

    TimescaleWriter(BatchFlush<T> flush, BatchSettings settings, ProcessingTimeService time) {
        this.flush = flush;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        waiting.add(element);
        if (waiting.size() >= settings.size()) {
            flush(false);
            return;
        }
        if (timer == null) {
            timer = time.registerTimer(
                    time.getCurrentProcessingTime() + settings.interval().toMillis(), this::onTimer);
        }
    }

    private void onTimer(long at) throws IOException, InterruptedException {
        timer = null;
        flush(false);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        List<T> batch = waiting;
        waiting = new ArrayList<>();
        flush.write(batch);
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel(false);
        }
        flush.close();
    }
}
