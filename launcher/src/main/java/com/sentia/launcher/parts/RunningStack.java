package com.sentia.launcher.parts;

import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.connect.ConnectorKeeper;
import com.sentia.launcher.connect.SlotKeeper;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.registry.RegistryKeeper;
import com.sentia.launcher.supervision.Keepers;
import com.sentia.launcher.supervision.Part;
import com.sentia.launcher.supervision.Step;
import com.sentia.launcher.supervision.Supervisor;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The whole stack, wired: parts, the steps between them, and who looks after jobs, connector and registry. */
public final class RunningStack implements AutoCloseable {
    private static final Duration PATIENCE_PER_RANK = Duration.ofSeconds(4);
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofMillis(2_500);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration COPY_EVERY = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_SLOT_EVERY = Duration.ofSeconds(10);

    private final Supervisor supervisor;
    private final Keepers keepers = new Keepers();
    private final KpiJobs jobs;
    private boolean closed;

    public RunningStack(Stack stack, StackOptions options, Clock clock) throws IOException {
        RegistryKeeper registry = new RegistryKeeper(
                stack.ports().url(Port.REGISTRY),
                stack.home().state(PartNames.REGISTRY).resolve("copy"),
                RegistryPart.store(stack),
                clock);
        this.jobs = new KpiJobs(stack, options, clock);
        List<Part> parts = new ArrayList<>(List.of(
                new PostgresPart(stack, stack.business().zone()),
                new KafkaPart(stack),
                new RegistryPart(stack, registry),
                new JobManagerPart(stack, options.flink()),
                new TaskManagerPart(stack, options.flink()),
                new ConnectPart(stack),
                new NormalizerPart(stack, options.regions()),
                new QueryApiPart(stack)));
        List<Step> steps = new ArrayList<>(List.of(
                new Migrations(stack).step(),
                new TopicsStep(stack, registry).step(),
                new Step(
                        PartNames.JOB,
                        Set.of(
                                PartNames.FLINK_JOBMANAGER,
                                PartNames.FLINK_TASKMANAGER,
                                PartNames.MIGRATIONS,
                                PartNames.TOPICS),
                        () -> {
                            jobs.bringUp();
                            Definitions.of(stack).tell();
                        })));
        gateway(stack, options).ifPresent(parts::add);
        keepers.add("registry", PartNames.TOPICS, COPY_EVERY, registry::copyIfChanged);
        keepers.add("job", PartNames.JOB, KEEP_EVERY, jobs::keep);
        if (options.simulator().isPresent()) {
            addCompany(stack, options.simulator().get(), parts, steps);
        }
        if (options.environment().isPresent()) {
            addVendors(stack, options.environment().get(), steps);
        }
        this.supervisor = new Supervisor(
                parts,
                steps,
                stack.home().root(),
                stack.home().run(),
                stack.home().logs(),
                PATIENCE_PER_RANK,
                clock);
    }

    /** The simulated vendors and Sentia's own database, with the connectors that read them. */
    private void addCompany(Stack stack, SimulatorOptions simulator, List<Part> parts, List<Step> steps)
            throws IOException {
        Operations operations = new Operations(stack);
        parts.add(new SimulatorPart(stack, simulator));
        steps.add(operations.migrations());
        // A history that pours in would take the processors from the job's start.
        addConnector(
                stack,
                PartNames.CONNECTOR,
                ShopifyConnector.describe(stack, simulator.pollInterval(), simulator.pollIntervalOfOthers()),
                Set.of(PartNames.CONNECT, PartNames.TOPICS, PartNames.SIMULATOR, PartNames.JOB),
                steps);
        ConnectorKeeper capture = addConnector(
                stack,
                PartNames.CHANGE_CAPTURE,
                operations.changeCapture(),
                Set.of(PartNames.CONNECT, PartNames.TOPICS, PartNames.OPERATIONS_MIGRATIONS, PartNames.JOB),
                steps);
        keepSlot(stack, operations::captureConnection, capture);
    }

    /** The connectors that read the vendors of an environment. */
    private void addVendors(Stack stack, Environment environment, List<Step> steps) {
        List<ConnectorDescription> connectors =
                new EnvironmentConnectors(environment, stack.distribution(), stack.home(), stack.ports()).describe();
        for (ConnectorDescription connector : connectors) {
            ConnectorKeeper keeper = addConnector(
                    stack,
                    PartNames.ofConnector(connector.name()),
                    connector,
                    Set.of(PartNames.CONNECT, PartNames.TOPICS, PartNames.JOB),
                    steps);
            if (connector.name().equals(Environment.OWN_DATABASE)) {
                OwnDatabase database = environment.requireDatabase();
                Path password = stack.home().secrets().resolve(OwnDatabase.PASSWORD);
                String sslMode =
                        connector.configuration().getOrDefault(OwnDatabase.SSL_MODE, OwnDatabase.DEFAULT_SSL_MODE);
                keepSlot(
                        stack,
                        () -> database.connect(
                                new Secret(Files.readString(password).strip()), sslMode),
                        keeper);
            }
        }
    }

    private void keepSlot(Stack stack, SlotKeeper.Connections database, ConnectorKeeper capture) {
        TopicRecords notices =
                new TopicRecords(Topics.CONNECTOR_NOTICE, stack.kafka(), URI.create(stack.registryUrl()));
        SlotKeeper slot = new SlotKeeper(
                database,
                Environment.OWN_DATABASE,
                OwnDatabase.UNIT,
                capture::restart,
                notice -> notices.write(Stream.of(new TopicRecords.Keyed(notice.getConnector(), notice))),
                Clock.systemUTC());
        keepers.add("slot", PartNames.CHANGE_CAPTURE, LOOK_AT_SLOT_EVERY, slot::look);
    }

    /** Who is told webhooks; there is none without shops. */
    private static Optional<Part> gateway(Stack stack, StackOptions options) {
        if (options.environment().isEmpty()) {
            return Optional.of(WebhookGatewayPart.ofSimulatedShops(stack));
        }
        return options.environment()
                .filter(environment -> !environment.shops().isEmpty())
                .map(environment -> new WebhookGatewayPart(stack, environment.shops(), environment.gatewaySettings()));
    }

    private ConnectorKeeper addConnector(
            Stack stack, String name, ConnectorDescription description, Set<String> needs, List<Step> steps) {
        ConnectorKeeper connector = new ConnectorKeeper(stack.ports().url(Port.CONNECT), description);
        steps.add(new Step(name, needs, connector::put));
        keepers.add(name, name, KEEP_EVERY, connector::restartFailed);
        return connector;
    }

    public void start() {
        supervisor.start();
        keepers.start(supervisor.board());
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    /** Stops everything in order; returns when no process is left. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        keepers.close();
        try {
            jobs.stop(SAVEPOINT_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        supervisor.close();
    }
}
