package com.sentia.verification.bench;

import com.sentia.verification.bench.WindowValues.Form;
import java.util.Optional;

/** Who runs. Each has a folder of jars and a main class: some must not meet others' libraries. */
public enum Contender {
    /** The same source, decoded and thrown away. */
    LIMIT(Engine.FLINK, Optional.empty(), 0),
    /** The steps of the KPI job for facts that never change. */
    ENGINE(Engine.FLINK, Optional.of(Form.CHANGE_POINTS), 0),
    /** The steps of the KPI job for entities that may change: it keeps the version of each line. */
    ENGINE_VERSIONS(Engine.FLINK, Optional.of(Form.CHANGE_POINTS), 0),
    /** Sliding event-time windows of the DataStream API with an incremental aggregate. */
    DATASTREAM(Engine.FLINK, Optional.of(Form.EVERY_WINDOW), 50),
    /** Flink SQL's hopping windows, which share slices, aggregated in two phases. */
    SQL(Engine.FLINK, Optional.of(Form.EVERY_WINDOW), 3),
    /** Hopping windows of Kafka Streams, final values only. */
    KAFKA_STREAMS(Engine.KAFKA_STREAMS, Optional.of(Form.EVERY_WINDOW), 20);

    private final Engine engine;

    @SuppressWarnings("ImmutableEnumChecker") // An Optional of an enum is as good as immutable.
    private final Optional<Form> form;

    private final int goal;

    private enum Engine {
        FLINK("benchmark-flink", "com.sentia.verification.bench.flink.FlinkContender"),
        KAFKA_STREAMS("benchmark-streams", "com.sentia.verification.bench.streams.StreamsContender");

        private final String library;
        private final String main;

        Engine(String library, String main) {
            this.library = library;
            this.main = main;
        }
    }

    Contender(Engine engine, Optional<Form> form, int goal) {
        this.engine = engine;
        this.form = form;
        this.goal = goal;
    }

    /** Folder of its jars in the distribution. */
    String library() {
        return engine.library;
    }

    String main() {
        return engine.main;
    }

    /** The rows it writes; empty when it writes none. */
    Optional<Form> form() {
        return form;
    }

    /** Whether it is another way to compute the same. */
    boolean isRival() {
        return goal > 0;
    }

    /** How many times as fast as this rival the engine has to be. */
    int goal() {
        return goal;
    }
}
