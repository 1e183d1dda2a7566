package com.sentia.testkit;

import com.sentia.database.FreePort;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.RestartRequest;
import org.apache.kafka.connect.runtime.TargetState;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * A real distributed Connect worker in this JVM with exactly-once sources, whose connectors are on the test's class path.
 */
public final class TestingConnect implements AutoCloseable {
    private static final long ANSWER_SECONDS = 60;

    private final Connect<? extends Herder> connect;

    private TestingConnect(Connect<? extends Herder> connect) {
        this.connect = connect;
    }

    /** Starts a worker of a group; a later one of the same group goes on where it was. */
    public static TestingConnect start(TestingKafka kafka, String group) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka.bootstrap());
        settings.put("group.id", group);
        settings.put("listeners", "http://127.0.0.1:" + FreePort.find());
        settings.put("exactly.once.source.support", "enabled");
        settings.put("config.storage.topic", group + "-configs");
        settings.put("config.storage.replication.factor", "1");
        settings.put("offset.storage.topic", group + "-offsets");
        settings.put("offset.storage.partitions", "1");
        settings.put("offset.storage.replication.factor", "1");
        settings.put("status.storage.topic", group + "-status");
        settings.put("status.storage.partitions", "1");
        settings.put("status.storage.replication.factor", "1");
        settings.put("key.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        settings.put("plugin.discovery", "hybrid_warn");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("config.providers", "directory");
        settings.put(
                "config.providers.directory.class", "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
        return new TestingConnect(new ConnectDistributed().startConnect(settings));
    }

    /** Creates a connector or gives it another configuration. */
    public void put(String name, Map<String, String> config) {
        Map<String, String> whole = new HashMap<>(config);
        whole.put(ConnectorConfig.NAME_CONFIG, name);
        FutureCallback<Herder.Created<ConnectorInfo>> done = new FutureCallback<>();
        connect.herder().putConnectorConfig(name, whole, TargetState.STARTED, true, done);
        await(done, "connector " + name + " is not taken");
    }

    /** What the worker says of a connector and its tasks. */
    public ConnectorStateInfo status(String name) {
        return connect.herder().connectorStatus(name);
    }

    /** Stops and starts a connector with all its tasks. */
    public void restart(String name) {
        FutureCallback<ConnectorStateInfo> done = new FutureCallback<>();
        connect.herder().restartConnectorAndTasks(new RestartRequest(name, false, true), done);
        await(done, "connector " + name + " does not restart");
    }

    /** Stops the worker; what it was in the middle of is left to the next one. */
    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }

    private static <T> T await(FutureCallback<T> answer, String problem) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(problem, e);
        }
    }
}
