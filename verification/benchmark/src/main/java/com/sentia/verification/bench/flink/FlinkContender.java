package com.sentia.verification.bench.flink;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs one contender in a Flink of its own in this JVM, over the whole topic, once: {@code --settings FILE}. */
public final class FlinkContender {
    private FlinkContender() {}

    public static void main(String[] arguments) throws Exception {
        ContenderSettings settings = ContenderSettings.from(Settings.fromArguments(arguments));
        StreamExecutionEnvironment environment = environment();
        define(environment, settings);
        environment.execute(settings.output());
        RunClock.stop().write(settings.resultFile());
        System.exit(0);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return StreamExecutionEnvironment.createLocalEnvironment(ContenderSettings.PARALLELISM, configuration);
    }

    private static void define(StreamExecutionEnvironment environment, ContenderSettings settings) {
        BenchmarkStreams streams = new BenchmarkStreams(settings);
        DataStream<OrderLine> lines = streams.read(environment);
        switch (settings.contender()) {
            case LIMIT -> lines.sinkTo(new DiscardingSink<>());
            case ENGINE -> streams.write(EngineGraph.of(lines));
            case DATASTREAM -> streams.write(SlidingWindowGraph.of(lines));
        }
    }
}
