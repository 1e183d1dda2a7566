package com.sentia.verification.bench.flink.sink;

import com.sentia.timescale.BatchSettings;
import com.sentia.timescale.BatchWriter;
import com.sentia.timescale.DatabaseAddress;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.TimescaleSink;
import com.sentia.timescale.TimescaleSinks;
import com.sentia.verification.bench.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The product's sink in a Flink of its own in this JVM, one writer, fed by the task it is chained to. Timed from the first change
 * point made to the last commit: the start and the end of Flink are left out. Static, as Flink works on serialised copies.
 */
final class SinkRun {
    static final String WRITER = "bench";

    private static final AtomicLong FIRST = new AtomicLong();
    private static final AtomicLong LAST_COMMIT = new AtomicLong();

    private SinkRun() {}

    /** Seconds it took. */
    static double seconds(DatabaseAccess writer, long rows, long generation, int time) throws Exception {
        FIRST.set(0);
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        environment.getConfig().enableObjectReuse();
        environment
                .fromSequence(0, rows - 1)
                .map(index -> made(index, generation, time))
                .returns(TypeInformation.of(KpiWrite.class))
                .sinkTo(timed(TimescaleSinks.kpi(
                        DatabaseAddress.of(writer.url(), writer.user(), writer.password()),
                        WRITER,
                        BatchSettings.DEFAULT,
                        TimescaleSinks.failing())));
        environment.execute("bench-sink");
        return (LAST_COMMIT.get() - FIRST.get()) / 1e9;
    }

    private static KpiWrite made(long index, long generation, int time) {
        FIRST.compareAndSet(0, System.nanoTime());
        return KpiWrite.of(ChangePoints.at(index, generation, time));
    }

    private static TimescaleSink<KpiWrite> timed(TimescaleSink<KpiWrite> sink) {
        BatchWriter.Factory<KpiWrite> factory = sink.factory();
        return new TimescaleSink<>(
                sink.address(), subtask -> new Timed(factory.create(subtask)), sink.settings(), sink.rejected());
    }

    /** Notes when a flush is committed; does nothing else. */
    private record Timed(BatchWriter<KpiWrite> sink) implements BatchWriter<KpiWrite> {
        @Override
        public void prepare(Connection connection, List<KpiWrite> batch) throws SQLException {
            sink.prepare(connection, batch);
        }

        @Override
        public void write(Connection connection, List<KpiWrite> batch) throws SQLException {
            sink.write(connection, batch);
        }

        @Override
        public void committed() {
            sink.committed();
            LAST_COMMIT.set(System.nanoTime());
        }
    }
}
