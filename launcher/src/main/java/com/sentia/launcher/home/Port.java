package com.sentia.launcher.home;

import java.util.Locale;

/** Every port of the stack, all on 127.0.0.1; the setting {@code port.<name>} moves one, {@code port.offset} all. */
public enum Port {
    API(8080),
    REGISTRY(8081),
    FLINK(8082),
    CONNECT(8083),
    NORMALIZER_HEALTH(8084),
    WEBHOOKS(8085),
    CONNECT_METRICS(8086),
    SIMULATORS(8090),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    POSTGRES(5433),
    FLINK_JOBMANAGER(6123),
    FLINK_BLOBS(6124),
    FLINK_TASKMANAGER(6125),
    FLINK_DATA(6126),
    FLINK_JOBMANAGER_METRICS(6127),
    FLINK_TASKMANAGER_METRICS(6128);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    /** Where it is unless told otherwise. */
    public int standard() {
        return number;
    }

    /** The setting that moves it. */
    public String key() {
        return "port." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
