package com.sentia.verification.bench.streams;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.RunClock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.StreamsConfig.InternalConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.LoggerFactory;

/** Runs Kafka Streams over the whole topic, once: {@code --settings FILE}. */
public final class StreamsContender {
    private static final Duration LAST_COMMIT = Duration.ofMinutes(10);

    private StreamsContender() {}

    public static void main(String[] arguments) throws InterruptedException {
        ContenderSettings settings = ContenderSettings.from(Settings.fromArguments(arguments));
        RunClock.tellWhenCutOff(settings.resultFile());
        if (!run(settings)) {
            System.exit(1);
        }
        RunClock.tell(settings.resultFile());
        System.exit(0);
    }

    /** Whether everything was read, added up and written. */
    private static boolean run(ContenderSettings settings) throws InterruptedException {
        HoppingWindows windows = new HoppingWindows(settings);
        KafkaStreams streams = new KafkaStreams(windows.topology(), properties(settings));
        AtomicBoolean failed = new AtomicBoolean();
        streams.setUncaughtExceptionHandler(problem -> {
            LoggerFactory.getLogger(StreamsContender.class).error("run failed", problem);
            failed.set(true);
            release(windows.ended());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        windows.ended().await();
        // Closing commits, and so writes what the caches still hold.
        return streams.close(LAST_COMMIT) && !failed.get();
    }

    private static void release(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            latch.countDown();
        }
    }

    private static Properties properties(ContenderSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.output());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, ContenderSettings.PARALLELISM);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.durableEvery().toMillis());
        // Closed windows are otherwise written at most once a second, on the next record: after the last one, never.
        properties.put(InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION, 0L);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        properties.put(StreamsConfig.producerPrefix("linger.ms"), "50");
        properties.put(StreamsConfig.producerPrefix("batch.size"), "131072");
        return properties;
    }
}
