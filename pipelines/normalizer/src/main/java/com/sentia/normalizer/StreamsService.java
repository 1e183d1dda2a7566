package com.sentia.normalizer;

import com.sentia.normalizer.topology.Counters;
import com.sentia.normalizer.topology.NormalizerTopology;
import com.sentia.schemas.codec.RecordCodec;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running streams: a thread that fails is replaced, after a pause so that a lasting fault does not spin. */
final class StreamsService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration PAUSE_BEFORE_REPLACEMENT = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final LongAdder replacements = new LongAdder();
    private final CountDownLatch closing = new CountDownLatch(1);

    StreamsService(NormalizerSettings settings, RecordCodec codec, Counters counters) {
        this.streams = new KafkaStreams(
                NormalizerTopology.of(Feeds.of(settings), codec, counters), StreamsProperties.of(settings));
        streams.setUncaughtExceptionHandler(this::replaceThread);
        streams.setStateListener((now, before) -> LOG.info("event=streams-state state={} before={}", now, before));
    }

    void start() {
        streams.start();
    }

    /** Whether records are being processed, or will be once partitions are assigned. */
    boolean isAlive() {
        State state = streams.state();
        return state != State.ERROR && state != State.PENDING_ERROR;
    }

    boolean isReady() {
        return streams.state() == State.RUNNING;
    }

    long replacements() {
        return replacements.sum();
    }

    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        closing.countDown();
        boolean closed = streams.close(CLOSING);
        LOG.info("event=streams-closed in-time={}", closed);
    }

    private StreamThreadExceptionResponse replaceThread(Throwable failure) {
        replacements.increment();
        LOG.error("event=thread-replaced cause=\"{}\"", failure.toString(), failure);
        try {
            if (closing.await(PAUSE_BEFORE_REPLACEMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
