package com.sentia.jobs.deadletter;

import com.sentia.runtime.JobEnvironment;
import com.sentia.runtime.KafkaRecords;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Settings;
import com.sentia.timescale.BatchSettings;
import com.sentia.timescale.DeadLetterRow;
import com.sentia.timescale.TimescaleSinks;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Copies every {@code .rejected} topic into the table {@code dead_letter}: {@code --settings FILE}. */
public final class DeadLetterJob {
    private static final String NAME = "dead-letter";

    private DeadLetterJob() {}

    public static void main(String[] arguments) throws Exception {
        DeadLetterSettings settings = DeadLetterSettings.from(Settings.fromArguments(arguments));
        StreamExecutionEnvironment environment = JobEnvironment.create();
        define(environment, settings);
        environment.execute(NAME);
    }

    /** Adds the copying to a job's graph; it runs in one subtask. */
    public static void define(StreamExecutionEnvironment environment, DeadLetterSettings settings) {
        List<Topic> topics = Topics.ALL.stream()
                .filter(topic -> topic.name().endsWith(".rejected"))
                .toList();
        TypeInformation<DeadLetterRow> type = TypeInformation.of(DeadLetterRow.class);
        environment
                .fromSource(
                        KafkaRecords.source(
                                settings.kafka(), topics, "sentia-dead-letter", new DeadLetterReader(), type),
                        WatermarkStrategy.noWatermarks(),
                        "dead-letter.read-rejected",
                        type)
                .setParallelism(1)
                .uid("dead-letter.read-rejected")
                .sinkTo(TimescaleSinks.deadLetters(settings.database(), BatchSettings.DEFAULT))
                .setParallelism(1)
                .uid("dead-letter.write-rows")
                .name("dead-letter.write-rows");
    }
}
