package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The vendors' stand-ins, of the demo only. */
final class SimulatorPart implements Part {
    private static final int HEAP_MB = 320;

    private final Stack stack;
    private final SimulatorOptions options;

    SimulatorPart(Stack stack, SimulatorOptions options) {
        this.stack = stack;
        this.options = options;
    }

    @Override
    public String name() {
        return PartNames.SIMULATOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        Map<String, String> settings = new TreeMap<>(options.settings());
        settings.put("http.port", Integer.toString(stack.ports().number(Port.SIMULATORS)));
        settings.put("state.dir", stack.home().state(name()).resolve("clock").toString());
        settings.put(
                "access.token-file",
                SecretFiles.generated(stack.home(), ShopifyConnector.TOKEN).toString());
        settings.put("webhooks.url", ShopifyHooks.url(stack));
        settings.put("webhooks.secret-file", ShopifyHooks.secret(stack).toString());
        settings.putAll(new Operations(stack).simulatorSettings());
        Path file = SettingsFile.write(stack.home().settings().resolve("simulator.properties"), settings);
        return program(stack, HEAP_MB, file).command();
    }

    /** The program with settings in a file. */
    static JavaCommand program(Stack stack, int heapMegabytes, Path settings) {
        // Real vendors compute elsewhere: their stand-ins must not slow the stack down.
        return new JavaCommand(stack.home().state(PartNames.SIMULATOR), heapMegabytes)
                .yielding()
                .reads(settings)
                .main(
                        stack.distribution(),
                        "vendor-simulators",
                        "com.sentia.simulators.Main",
                        "--settings",
                        settings.toString());
    }

    @Override
    public boolean isReady() {
        return answers(stack);
    }

    /** Whether the shops are open. */
    static boolean answers(Stack stack) {
        return Http.answers(stack.ports().url(Port.SIMULATORS) + "/control/status");
    }

    @Override
    public int stopRank() {
        return StopRank.CLIENTS;
    }
}
