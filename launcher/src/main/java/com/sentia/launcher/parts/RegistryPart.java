package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.http.Http;
import com.sentia.launcher.registry.RegistryKeeper;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The schema registry, on a store that survives a kill. */
final class RegistryPart implements Part {
    private static final int HEAP_MB = 160;
    private static final int BROKEN_AFTER = 2;

    private final Stack stack;
    private final RegistryKeeper keeper;

    RegistryPart(Stack stack, RegistryKeeper keeper) {
        this.stack = stack;
        this.keeper = keeper;
    }

    /** The file the registry keeps its schemas in. */
    static Path store(Stack stack) {
        return stack.home().state(PartNames.REGISTRY).resolve("store.mv.db");
    }

    @Override
    public String name() {
        return PartNames.REGISTRY;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Command command() throws IOException {
        String file = store(stack).toString().replace(".mv.db", "");
        return new JavaCommand(stack.home().state(name()), HEAP_MB)
                .flag("-Dquarkus.http.host=127.0.0.1")
                .flag("-Dquarkus.http.port=" + stack.ports().number(Port.REGISTRY))
                .flag("-Dquarkus.http.io-threads=2")
                .flag("-Dquarkus.thread-pool.max-threads=8")
                // Without a write delay an id that was given out is on disk before anybody uses it.
                .flag("-Dquarkus.datasource.jdbc.url=jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
                .flag("-Dquarkus.datasource.jdbc.max-size=20")
                .flag("-Dregistry.rules.global.compatibility=BACKWARD")
                .jar(stack.distribution().registryJar())
                .command();
    }

    @Override
    public boolean isReady() {
        return Http.answers(stack.registryUrl() + "/subjects");
    }

    @Override
    public void whenReady() throws IOException {
        keeper.verify();
    }

    @Override
    public void startFailed(int inARow) throws IOException {
        if (inARow >= BROKEN_AFTER) {
            keeper.putBrokenStoreAside();
        }
    }

    @Override
    public int stopRank() {
        return StopRank.STORES;
    }
}
