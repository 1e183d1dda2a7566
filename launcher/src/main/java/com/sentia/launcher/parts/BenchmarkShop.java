package com.sentia.launcher.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import com.sentia.launcher.supervision.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A simulated shop with as many orders as a benchmark wants, all of which have happened. It can be read under many names, so that each
 * round finds what nobody has read before.
 */
public final class BenchmarkShop implements Part {
    private static final String ORDERS = "orders";
    private static final int NAMES = 64;
    private static final int FILE_HEAP_MB = 256;
    private static final int HEAP_MB = 1_536;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(15);

    private final Stack stack;
    private final int orders;

    BenchmarkShop(Stack stack, int orders) {
        this.stack = stack;
        this.orders = orders;
    }

    /** What the shop is called in one round or another. */
    public static List<String> names() {
        return IntStream.rangeClosed(1, NAMES)
                .mapToObj(number -> "bench-" + number + ".myshopify.com")
                .toList();
    }

    /** {@code name=region}, joined by commas. */
    static String regions() {
        return names().stream().map(name -> name + "=UK").collect(Collectors.joining(","));
    }

    /** The product's connector as Connect takes it, in a file; it reads the one shop that has all the orders. */
    public static Path connector(Stack stack) throws IOException {
        ConnectorDescription described = ShopifyConnector.describe(stack, POLL_INTERVAL, POLL_INTERVAL);
        Map<String, String> configuration = new TreeMap<>(described.configuration());
        configuration.put("base.url", stack.ports().url(Port.SIMULATORS) + "/shops/sentia-uk.myshopify.com");
        return SettingsFile.write(
                stack.home().settings().resolve("connector.json"),
                new ObjectMapper().writeValueAsString(Map.of("name", described.name(), "config", configuration)));
    }

    /** Writes the orders, before the shop opens. */
    Step stock() {
        return new Step(ORDERS, Set.of(), () -> {
            OneShot program = new OneShot(
                    stack,
                    ORDERS,
                    stack.distribution().classPath("benchmark"),
                    "com.sentia.verification.bench.connectors.Main",
                    FILE_HEAP_MB);
            Map<String, String> settings = Map.of("orders.file", file().toString(), "orders", Integer.toString(orders));
            if (program.run(settings, LIMIT) != 0) {
                throw new IOException("the orders could not be written: " + program.lastWord());
            }
        });
    }

    @Override
    public String name() {
        return PartNames.SIMULATOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of(ORDERS);
    }

    @Override
    public Command command() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("http.port", Integer.toString(stack.ports().number(Port.SIMULATORS)));
        settings.put("data.file", file().toString());
        settings.put("state.dir", stack.home().state(name()).resolve("clock").toString());
        settings.put(
                "access.token-file",
                SecretFiles.generated(stack.home(), ShopifyConnector.TOKEN).toString());
        settings.put("shift", "none");
        settings.put("history.share", "1");
        settings.put("clock.run-past", "1ms");
        settings.put("bulk.takes", "1ms");
        Path file = SettingsFile.write(stack.home().settings().resolve("simulator.properties"), settings);
        return SimulatorPart.program(stack, HEAP_MB, file).optimised().command();
    }

    @Override
    public boolean isReady() {
        return SimulatorPart.answers(stack);
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }

    private Path file() {
        return stack.home().root().resolve("orders.csv");
    }
}
