package com.sentia.launcher.parts;

import com.sentia.launcher.environment.Environment;
import java.util.List;

/** What the parts and steps are called, everywhere. */
public final class PartNames {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String REGISTRY = "registry";
    public static final String CONNECT = "connect";
    public static final String FLINK_JOBMANAGER = "flink-jobmanager";
    public static final String FLINK_TASKMANAGER = "flink-taskmanager";
    public static final String NORMALIZER = "normalizer";
    public static final String SIMULATOR = "simulator";
    public static final String WEBHOOK_GATEWAY = "webhook-gateway";
    public static final String QUERY_API = "query-api";

    public static final String MIGRATIONS = "migrations";
    public static final String OPERATIONS_MIGRATIONS = "operations-migrations";
    public static final String TOPICS = "topics";
    public static final String CONNECTOR = "connector";
    public static final String CHANGE_CAPTURE = "change-capture";
    public static final String JOB = "kpi-job";

    /** The processes, in the order people think of them. */
    public static final List<String> PROCESSES = List.of(
            POSTGRES,
            KAFKA,
            REGISTRY,
            SIMULATOR,
            WEBHOOK_GATEWAY,
            CONNECT,
            NORMALIZER,
            FLINK_JOBMANAGER,
            FLINK_TASKMANAGER,
            QUERY_API);

    private PartNames() {}

    /** The step that hands a connector to Connect. */
    static String ofConnector(String connector) {
        return switch (connector) {
            case Environment.SHOPIFY -> CONNECTOR;
            case Environment.OWN_DATABASE -> CHANGE_CAPTURE;
            default -> CONNECTOR + "-" + connector;
        };
    }
}
