package com.sentia.launcher.commands;

import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which feeds of a connector are meant: options of the commands that send signals. */
final class FeedOptions {
    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "Only this shop, seller, tenant or account, as status names it (default: all).")
    @Nullable
    String unit;

    @Option(
            names = "--entity",
            paramLabel = "ENTITY",
            description = "Only this kind of record, as status names it, such as order (default: all).")
    @Nullable
    String entity;

    boolean areGiven() {
        return unit != null || entity != null;
    }

    /** A signal to them. */
    ConnectorSignal.Builder signal(String connector, SignalKind kind, Clock clock) {
        return ConnectorSignal.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setConnector(connector)
                .setKind(kind)
                .setUnit(unit)
                .setEntity(entity)
                .setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
