package com.sentia.verification.bench.flink;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.ContenderSettings;
import com.sentia.verification.bench.OrderLine;
import com.sentia.verification.bench.RunClock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Runs one contender in a Flink of its own in this JVM, over the whole topic, once: {@code --settings FILE}. */
public final class FlinkContender {
    private FlinkContender() {}

    public static void main(String[] arguments) throws Exception {
        ContenderSettings settings = ContenderSettings.from(Settings.fromArguments(arguments));
        RunClock.tellWhenCutOff(settings.resultFile());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                ContenderSettings.PARALLELISM, ProductState.of(settings));
        define(environment, settings);
        environment.execute(settings.output());
        RunClock.tell(settings.resultFile());
        System.exit(0);
    }

    private static void define(StreamExecutionEnvironment environment, ContenderSettings settings) {
        BenchmarkStreams streams = new BenchmarkStreams(settings);
        DataStream<OrderLine> lines = streams.read(environment);
        switch (settings.contender()) {
            case LIMIT -> lines.sinkTo(new DiscardingSink<>());
            case ENGINE, ENGINE_VERSIONS -> streams.write(EngineGraph.of(lines, settings));
            case DATASTREAM -> streams.write(SlidingWindowGraph.of(lines, settings));
            case SQL -> streams.write(HopGraph.of(environment, lines, settings));
            case KAFKA_STREAMS -> throw new IllegalArgumentException("Kafka Streams has a program of its own");
        }
    }
}
