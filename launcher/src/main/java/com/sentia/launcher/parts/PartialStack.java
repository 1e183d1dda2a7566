package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.registry.RegistryKeeper;
import com.sentia.launcher.supervision.Board;
import com.sentia.launcher.supervision.Part;
import com.sentia.launcher.supervision.Step;
import com.sentia.launcher.supervision.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A few parts of a stack, for what needs no more, such as a benchmark. */
public final class PartialStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supervisor supervisor;
    private final List<String> ready;

    private PartialStack(Stack stack, Clock clock, List<Part> parts, List<Step> steps, List<String> ready) {
        this.ready = List.copyOf(ready);
        this.supervisor = new Supervisor(
                parts,
                steps,
                stack.home().root(),
                stack.home().run(),
                stack.home().logs(),
                PATIENCE,
                clock);
    }

    /** The database alone, with its tables, and nothing that uses them. */
    public static PartialStack database(Stack stack, Clock clock) {
        return new PartialStack(
                stack,
                clock,
                List.of(new PostgresPart(stack, stack.business().zone())),
                List.of(new Migrations(stack).step()),
                List.of(PartNames.POSTGRES, PartNames.MIGRATIONS));
    }

    /** The webhook gateway and what it writes to, with nobody who reads it. */
    public static PartialStack gateway(Stack stack, Clock clock) {
        RegistryKeeper registry = registry(stack, clock);
        return new PartialStack(
                stack,
                clock,
                List.of(
                        new KafkaPart(stack),
                        new RegistryPart(stack, registry),
                        WebhookGatewayPart.ofSimulatedShops(stack)),
                List.of(new TopicsStep(stack, registry).step()),
                List.of(PartNames.KAFKA, PartNames.REGISTRY, PartNames.TOPICS, PartNames.WEBHOOK_GATEWAY));
    }

    /** A shop with orders, and everything an order goes through until it is canonical; no connector reads it yet. */
    public static PartialStack connectors(Stack stack, Clock clock, int orders) {
        RegistryKeeper registry = registry(stack, clock);
        BenchmarkShop shop = new BenchmarkShop(stack, orders);
        return new PartialStack(
                stack,
                clock,
                List.of(
                        new KafkaPart(stack),
                        new RegistryPart(stack, registry),
                        new ConnectPart(stack),
                        new NormalizerPart(stack, BenchmarkShop.regions()),
                        shop),
                List.of(new TopicsStep(stack, registry).step(), shop.stock()),
                List.of(
                        PartNames.KAFKA,
                        PartNames.REGISTRY,
                        PartNames.CONNECT,
                        PartNames.NORMALIZER,
                        PartNames.SIMULATOR,
                        PartNames.TOPICS));
    }

    private static RegistryKeeper registry(Stack stack, Clock clock) {
        return new RegistryKeeper(
                stack.ports().url(Port.REGISTRY),
                stack.home().state(PartNames.REGISTRY).resolve("copy"),
                RegistryPart.store(stack),
                clock);
    }

    public void start() {
        supervisor.start();
    }

    public Board board() {
        return supervisor.board();
    }

    /** What has to be ready before it can be used. */
    public List<String> ready() {
        return ready;
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
