package com.sentia.launcher.status;

import com.sentia.launcher.environment.EnvironmentRecord;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Machine;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.session.BoardFile;
import com.sentia.launcher.session.DatabasePrograms;
import com.sentia.launcher.session.Orphans;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything {@code sentia status} shows. */
public record StatusReport(String text, boolean allReady) {
    /** Looks at the home's stack; takes a few seconds when parts are down. */
    public static StatusReport of(Home home, Clock clock) throws InterruptedException {
        Optional<ProcessHandle> launcher = HomeLock.launcher(home);
        if (launcher.isEmpty()) {
            int left = new Orphans(home).all().size();
            String hint = left == 0
                    ? "the stack is down: ./sentia up or ./sentia demo starts it\n"
                    : "the launcher is gone, " + left
                            + " processes are left: ./sentia up takes them over, ./sentia down" + " ends them\n";
            return new StatusReport(hint, false);
        }
        List<PartState> states = BoardFile.read(home);
        StringBuilder text = new StringBuilder();
        new EnvironmentRecord(home)
                .read()
                .ifPresent(environment -> text.append("environment ")
                        .append(environment.name())
                        .append(" of ")
                        .append(environment.folder())
                        .append("\n\n"));
        text.append(parts(states, clock)).append('\n').append(stream(home, clock));
        boolean ready = !states.isEmpty() && states.stream().allMatch(state -> state.phase() == Phase.READY);
        return new StatusReport(text.toString(), ready);
    }

    private static String parts(List<PartState> states, Clock clock) {
        Table table = new Table("part", "state", "for", "pid", "memory", "restarts", "last trouble");
        for (PartState state : states) {
            boolean process = PartNames.PROCESSES.contains(state.name());
            Optional<ProcessHandle> handle = state.pid() == 0 ? Optional.empty() : ProcessHandle.of(state.pid());
            table.row(
                    state.name(),
                    state.phase().name().toLowerCase(Locale.ROOT),
                    Words.duration(Duration.between(state.since(), clock.instant())),
                    handle.map(found -> Long.toString(found.pid())).orElse("-"),
                    handle.map(found -> Words.megabytes(Memory.kilobytes(List.of(found))))
                            .orElse("-"),
                    process ? Integer.toString(state.restarts()) : "-",
                    state.detail().lines().findFirst().orElse(""));
        }
        return table.text();
    }

    private static String stream(Home home, Clock clock) throws InterruptedException {
        Ports ports = Ports.of(home);
        try (Lookout lookout =
                new Lookout(ports.url(Port.SIMULATORS), ports.address(Port.KAFKA), DatabasePrograms.existing(home))) {
            Snapshot seen = lookout.lookWithHeadlines();
            Table table = new Table("stream", "now");
            for (Hop hop : Hop.values()) {
                table.row("records " + hop.title(), Words.number(seen.records(hop)));
            }
            for (String topic : Hop.allTopics()) {
                if (seen.hops().lags().containsKey(topic)) {
                    table.row("lag " + topic, Words.number(seen.hops().lagOf(topic)));
                }
            }
            // In the demo the shops live in a time of their own.
            Instant now = seen.simulator().map(SimulatorStatus::virtualNow).orElseGet(clock::instant);
            table.row("shops' time", Words.minute(seen.simulator().map(SimulatorStatus::virtualNow)));
            table.row("watermark (final to)", Words.minute(seen.database().finalTo()));
            table.row(
                    "freshness (complete to, ago)",
                    seen.database()
                            .completeTo()
                            .map(at -> Words.duration(Duration.between(at, now)))
                            .orElse("-"));
            table.row("rows kpi_value", rows(lookout, "kpi_value"));
            table.row("rows kpi_restatement", rows(lookout, "kpi_restatement"));
            table.row("rows dead_letter", rows(lookout, "dead_letter"));
            table.row("disk used", Words.megabytes(diskKilobytes(home.root())));
            Machine.freeDiskMegabytes(home.root())
                    .ifPresent(free -> table.row("disk free", Words.number(free) + " MB"));
            table.row("page", ports.url(Port.API));
            // A simulated shop is as far behind our clock as it lives in the past.
            Duration past = Duration.between(now, clock.instant());
            return table.text() + '\n' + UnitsTable.text(ports.url(Port.CONNECT_METRICS), past);
        }
    }

    private static String rows(Lookout lookout, String name) {
        try {
            return Words.number(lookout.database().number("select count(*) from " + name));
        } catch (SQLException expected) {
            return "-";
        }
    }

    private static long diskKilobytes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.mapToLong(StatusReport::size).sum() / 1024;
        } catch (IOException | java.io.UncheckedIOException expected) {
            // Files come and go under a running stack.
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException expected) {
            return 0;
        }
    }
}
