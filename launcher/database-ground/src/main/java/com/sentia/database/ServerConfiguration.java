package com.sentia.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server's settings, small enough for a machine that runs a whole stack beside it.
 *
 * <p>{@code synchronous_commit} stays on: Flink's checkpoint takes a flush that was acknowledged as done and never replays
 * it, so an acknowledged commit must survive even a kill of the server, which {@code off} would break (its last WAL lies in
 * the server's memory). It costs little, as a sink commits once a flush, a few times a second.
 */
final class ServerConfiguration {
    /** Longest path of a unix socket, less the socket's own name and the terminating zero. */
    private static final int LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.65535.lock".length();

    private ServerConfiguration() {}

    static String text(Installation installation, Path data, int port, Durability durability) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", socketFolder(data));
        settings.put("max_connections", "60");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("shared_buffers", "128MB");
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("effective_cache_size", "512MB");
        settings.put("io_method", "sync");
        settings.put("jit", "off");
        settings.put("max_worker_processes", "8");
        settings.put("max_parallel_workers_per_gather", "1");
        settings.put("wal_level", "logical");
        settings.put("max_wal_senders", "4");
        settings.put("max_replication_slots", "4");
        // A reader of the log that stays away must not fill the disk: its slot is lost then, and it reads all anew.
        settings.put("max_slot_wal_keep_size", "1GB");
        // A snapshot of change capture tells when each row was last changed.
        settings.put("track_commit_timestamp", "on");
        settings.put("max_prepared_transactions", "16");
        settings.put("max_wal_size", "1GB");
        settings.put("wal_compression", "on");
        settings.put("checkpoint_timeout", "10min");
        settings.put("synchronous_commit", "on");
        settings.put("fsync", durability == Durability.MACHINE ? "on" : "off");
        settings.put("full_page_writes", durability == Durability.MACHINE ? "on" : "off");
        settings.put("random_page_cost", "1.1");
        settings.put("autovacuum_max_workers", "2");
        settings.put("autovacuum_naptime", "30s");
        settings.put("autovacuum_vacuum_scale_factor", "0.1");
        settings.put("autovacuum_analyze_scale_factor", "0.05");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // A failed statement's text would put rows' contents into the log.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_parameter_max_length_on_error", "0");
        if (installation.ground().hasExtension()) {
            settings.put("shared_preload_libraries", "timescaledb");
            settings.put("timescaledb.telemetry_level", "off");
            settings.put("timescaledb.max_background_workers", "2");
        }
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining("", "# Written anew at each start.\n", ""));
    }

    private static String socketFolder(Path data) {
        return data.toString().length() > LONGEST_SOCKET_FOLDER
                        || data.toString().contains(",")
                ? ""
                : data.toString();
    }
}
