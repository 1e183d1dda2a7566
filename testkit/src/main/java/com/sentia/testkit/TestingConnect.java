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
        Map<String, String> settings = WorkerSettings.of(kafka, group, FreePort.find());
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

    /** Removes a connector; its offsets stay. */
    public void delete(String name) {
        FutureCallback<Herder.Created<ConnectorInfo>> done = new FutureCallback<>();
        connect.herder().deleteConnectorConfig(name, done);
        await(done, "connector " + name + " is not removed");
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
