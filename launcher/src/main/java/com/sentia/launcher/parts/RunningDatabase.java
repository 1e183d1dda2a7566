package com.sentia.launcher.parts;

import com.sentia.launcher.supervision.Board;
import com.sentia.launcher.supervision.Supervisor;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The database alone, with its tables, and nothing that uses them. */
public final class RunningDatabase implements AutoCloseable {
    /** What has to be ready before it can be used. */
    public static final List<String> READY = List.of(PartNames.POSTGRES, PartNames.MIGRATIONS);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supervisor supervisor;

    public RunningDatabase(Stack stack, Clock clock) {
        this.supervisor = new Supervisor(
                List.of(new PostgresPart(stack, ZoneId.of(Shops.BUSINESS_ZONE))),
                List.of(new Migrations(stack).step()),
                stack.home().root(),
                stack.home().run(),
                stack.home().logs(),
                PATIENCE,
                clock);
    }

    public void start() {
        supervisor.start();
    }

    public Board board() {
        return supervisor.board();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
