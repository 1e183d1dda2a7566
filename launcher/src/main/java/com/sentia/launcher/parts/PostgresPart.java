package com.sentia.launcher.parts;

import com.sentia.database.DatabaseSetup;
import com.sentia.launcher.supervision.Command;
import com.sentia.launcher.supervision.Part;
import java.time.ZoneId;
import java.util.Set;

/** The database. */
final class PostgresPart implements Part {
    private final Stack stack;
    private final ZoneId businessZone;

    PostgresPart(Stack stack, ZoneId businessZone) {
        this.stack = stack;
        this.businessZone = businessZone;
    }

    @Override
    public String name() {
        return PartNames.POSTGRES;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void beforeStart() {
        stack.database().beforeStart();
    }

    @Override
    public Command command() {
        return new Command(
                stack.database().command(),
                stack.database().environment(),
                stack.database().folder(),
                stack.database().command() + ":" + stack.database().port());
    }

    @Override
    public boolean isReady() {
        return stack.database().isReady();
    }

    @Override
    public void whenReady() {
        DatabaseSetup.run(stack.database(), businessZone);
    }

    @Override
    public String stopSignal() {
        return stack.database().stopSignal();
    }

    @Override
    public int stopRank() {
        return StopRank.STORES;
    }
}
