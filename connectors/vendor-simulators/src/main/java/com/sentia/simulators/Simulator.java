package com.sentia.simulators;

import com.sentia.simulators.clock.ClockPlan;
import com.sentia.simulators.clock.ClockState;
import com.sentia.simulators.clock.SavedState;
import com.sentia.simulators.clock.ServedLines;
import com.sentia.simulators.clock.StateKeeper;
import com.sentia.simulators.clock.VirtualClock;
import com.sentia.simulators.incidents.GroundTruth;
import com.sentia.simulators.incidents.IncidentPlan;
import com.sentia.simulators.operations.FactoryWriter;
import com.sentia.simulators.operations.OperationsSettings;
import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.RetailFile;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.retail.RetailOrder;
import com.sentia.simulators.shopify.AdminSchema;
import com.sentia.simulators.shopify.AppTokens;
import com.sentia.simulators.shopify.FaultQueue;
import com.sentia.simulators.shopify.Shop;
import com.sentia.simulators.shopify.ShopEvents;
import com.sentia.simulators.shopify.Shops;
import com.sentia.simulators.webhooks.WebhookSender;
import com.sentia.simulators.webhooks.WebhookTargets;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulator: the shops, their clock, what is kept of both, and the server in front. */
public final class Simulator implements AutoCloseable {
    private static final Duration HALT_PATIENCE = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long MILLIS = 1000;

    private final StateKeeper keeper;
    private final ServedLines served;
    private final SimulatorServer server;
    private final Optional<WebhookSender> webhooks;
    private final Optional<FactoryWriter> factory;

    private Simulator(
            StateKeeper keeper,
            ServedLines served,
            SimulatorServer server,
            Optional<WebhookSender> webhooks,
            Optional<FactoryWriter> factory) {
        this.keeper = keeper;
        this.served = served;
        this.server = server;
        this.webhooks = webhooks;
        this.factory = factory;
    }

    /**
     * Loads the data, goes on where the state folder says an earlier process was, and begins to answer.
     *
     * @throws com.sentia.simulators.retail.BadRetailFileException when the data can't be used
     * @throws StartRefused when the state folder or the port can't be used
     */
    public static Simulator start(SimulatorSettings settings, Clock wallClock) {
        CompletableFuture<GraphQLSchema> schema = CompletableFuture.supplyAsync(AdminSchema::load);
        RetailFile file = RetailFile.read(settings.dataFile());
        try {
            Files.createDirectories(settings.stateDir());
            return start(settings, file, schema, wallClock);
        } catch (IOException e) {
            throw new StartRefused("state folder " + settings.stateDir() + " can't be used: " + e);
        }
    }

    /** Orders cancelled minutes after they were placed would otherwise never be seen as placed in drain mode. */
    private static NavigableSet<Long> beforeCancellations(RetailHistory history) {
        return history.orders().stream()
                .filter(order -> order.cancelledAt() != RetailOrder.NEVER)
                .map(order -> order.cancelledAt() * MILLIS - MILLIS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Simulator start(
            SimulatorSettings settings, RetailFile file, CompletableFuture<GraphQLSchema> schema, Clock wallClock)
            throws IOException {
        Path stateFile = settings.stateDir().resolve("simulator.json");
        String fingerprint = Fingerprint.of(settings.dataFile())
                + settings.incidentsSeed()
                        .map(seed -> " with incidents of seed " + seed)
                        .orElse("");
        Optional<SavedState> saved = saved(stateFile, fingerprint);
        DateShift shift = saved.map(state -> new DateShift(state.shiftWeeks()))
                .orElseGet(() -> settings.keepDates()
                        ? new DateShift(0)
                        : DateShift.endingBy(wallClock.instant().getEpochSecond(), file.lastLocalSecond()));
        IncidentPlan incidents = incidents(settings, file, shift);
        GroundTruth truth = new GroundTruth(incidents);
        truth.write(settings.stateDir());
        RetailHistory history = RetailHistory.of(file.with(incidents.lines()), shift);
        long start = history.whenShareHadHappened(settings.historyShare());
        long end = history.end() + settings.runPast().toSeconds();
        // Virtual time begins when all that takes long is done.
        GraphQLSchema loaded = schema.join();
        VirtualClock clock = new VirtualClock(
                System::nanoTime,
                new ClockPlan(
                        end * MILLIS,
                        history.end() * MILLIS,
                        settings.drainStep(),
                        Shop.ALL.stream().map(Shop::domain).collect(Collectors.toSet()),
                        beforeCancellations(history),
                        HALT_PATIENCE),
                clockState(settings, saved, start));
        StateKeeper keeper = new StateKeeper(
                stateFile,
                clock,
                state -> new SavedState(
                        SavedState.VERSION, fingerprint, shift.weeks(), settings.configuredClock(), state));
        keeper.start();
        clock.whenStepped(keeper::recordSoon);
        ServedLines served = ServedLines.open(settings.stateDir().resolve("served-lines"));
        Shops shops = new Shops(
                history,
                loaded,
                clock,
                served,
                settings.plan(),
                shop -> new AppTokens(
                        settings.accessToken().reveal(),
                        settings.admin().app(),
                        settings.stateDir().resolve("tokens-" + shop + ".json"),
                        wallClock::millis),
                settings.delays(),
                settings.seed(),
                incidents.supply(),
                settings.admin(),
                emptied(settings.stateDir().resolve("bulk")));
        Optional<WebhookSender> webhooks = settings.webhooks()
                .map(where -> new WebhookSender(
                        where,
                        new ShopEvents(shops, where.inventory()),
                        settings.admin().subscribedOnly() ? shops : WebhookTargets.always(where.url()),
                        Shops.API_VERSION,
                        clock::now,
                        clock::hasEnded));
        Optional<FactoryWriter> factory = settings.operations()
                .map(where -> CompanyFactory.writer(where, history, incidents.factory(), clock::now));
        Status status = new Status(history, clock, served, shops, start, end, webhooks, factory);
        SimulatorServer server = new SimulatorServer(shops, clock, new FaultQueue(), status, truth, keeper::recordSoon);
        server.start(settings.port());
        shops.answersAt("http://127.0.0.1:" + server.port());
        webhooks.ifPresent(WebhookSender::start);
        factory.ifPresent(FactoryWriter::start);
        LOG.info(
                "simulator=ready port={} lines={} accepted={} orders={} incidents={} shiftWeeks={} resumed={}",
                server.port(),
                history.linesTotal(),
                history.linesAccepted(),
                history.orders().size(),
                incidents.incidents().size(),
                shift.weeks(),
                saved.isPresent());
        return new Simulator(keeper, served, server, webhooks, factory);
    }

    private static IncidentPlan incidents(SimulatorSettings settings, RetailFile file, DateShift shift) {
        long factorySeed = settings.operations().map(OperationsSettings::seed).orElse(0);
        return settings.incidentsSeed()
                .map(seed -> IncidentPlan.of(file, shift, settings.historyShare(), seed, factorySeed))
                .orElse(IncidentPlan.NONE);
    }

    /** The results of an earlier process, whose operations nobody knows any more, are taken away. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        return folder;
    }

    /** The port it answers at. */
    public int port() {
        return server.port();
    }

    /** Stops answering and records where it was. */
    @Override
    public void close() throws IOException {
        webhooks.ifPresent(WebhookSender::close);
        factory.ifPresent(FactoryWriter::close);
        server.close();
        keeper.close();
        served.close();
    }

    private static ClockState clockState(SimulatorSettings settings, Optional<SavedState> saved, long start) {
        if (saved.isEmpty()) {
            return ClockState.startingAt(start * MILLIS, settings.mode(), settings.speed());
        }
        ClockState earlier = saved.get().clock();
        return saved.get().configured().equals(settings.configuredClock())
                ? earlier
                : new ClockState(earlier.now(), settings.mode(), settings.speed(), false, earlier.everRead());
    }

    private static Optional<SavedState> saved(Path stateFile, String fingerprint) throws IOException {
        Optional<SavedState> saved = SavedState.read(stateFile);
        if (saved.isPresent() && saved.get().version() != SavedState.VERSION) {
            throw new StartRefused(stateFile + " was written by another version: remove it to begin anew");
        }
        if (saved.isPresent() && !saved.get().fingerprint().equals(fingerprint)) {
            throw new StartRefused(
                    stateFile
                            + " belongs to another data file, or to other incidents: use those, or remove the folder to begin anew");
        }
        return saved;
    }
}
