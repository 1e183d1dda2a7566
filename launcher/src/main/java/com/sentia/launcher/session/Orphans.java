package com.sentia.launcher.session;

import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.supervision.Leftovers;
import com.sentia.launcher.supervision.PidFile;
import com.sentia.launcher.supervision.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes of a home's stack whose launcher is gone. */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> STORES = Set.of(PartNames.POSTGRES, PartNames.KAFKA, PartNames.REGISTRY);

    private final Home home;

    public Orphans(Home home) {
        this.home = home;
    }

    /** All of them. Only to be asked by whoever holds the home's lock, or when nobody does. */
    public List<ProcessHandle> all() {
        return Leftovers.of(home.root(), home.databaseData());
    }

    /** Ends those that no part will take over, so that they hold no port and no file. */
    void endStrays(Set<String> parts) {
        Set<Long> kept = new HashSet<>();
        for (String part : parts) {
            pidFile(part)
                    .running()
                    .ifPresent(process -> Stream.concat(Stream.of(process), process.descendants())
                            .forEach(member -> kept.add(member.pid())));
        }
        List<ProcessHandle> strays =
                all().stream().filter(process -> !kept.contains(process.pid())).toList();
        if (!strays.isEmpty()) {
            Logger log = LoggerFactory.getLogger(Orphans.class);
            log.info("strays of an earlier launcher ended count={}", strays.size());
            strays.forEach(Signals::kill);
        }
    }

    /** Ends all, those that use others first; returns how many there were. */
    public int end() throws IOException {
        List<ProcessHandle> found = all();
        List<String> clients = PartNames.PROCESSES.stream()
                .filter(part -> !STORES.contains(part))
                .toList();
        endTogether(clients);
        endTogether(List.copyOf(STORES));
        all().forEach(Signals::kill);
        for (String part : PartNames.PROCESSES) {
            pidFile(part).delete();
        }
        BoardFile.delete(home);
        return found.size();
    }

    private void endTogether(List<String> parts) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String part : parts) {
            Optional<ProcessHandle> process = pidFile(part).running();
            process.ifPresent(running -> {
                processes.add(running);
                Signals.send(part.equals(PartNames.POSTGRES) ? "INT" : "TERM", running);
            });
        }
        if (!Signals.awaitEnd(processes, PATIENCE)) {
            processes.forEach(Signals::kill);
        }
    }

    private PidFile pidFile(String part) {
        return new PidFile(home.run().resolve(part + ".pid"));
    }
}
