package com.sentia.launcher.demo;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.environment.EnvironmentRecord;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.SimulatorOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Which demo a home holds, so that starting again goes on with the same file, and {@code up} knows of it. */
public final class DemoRecord {
    private static final String INCIDENTS = "incidents";
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Home home;
    private final Path file;

    public DemoRecord(Home home) {
        this.home = home;
        this.file = home.demoRecord();
    }

    /** The demo the home holds; empty when none was begun. */
    public Optional<SimulatorOptions> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LauncherException("the demo's record " + file + " can't be read: " + e.getMessage(), e);
        }
        List<String> delays = Arrays.stream(properties.getProperty("delays", "").split(",", -1))
                .filter(delay -> !delay.isBlank())
                .toList();
        return Optional.of(new SimulatorOptions(
                Path.of(properties.getProperty("data")),
                properties.getProperty("mode"),
                Integer.parseInt(properties.getProperty("speed")),
                properties.getProperty("shift"),
                properties.getProperty("plan"),
                delays,
                // Homes that were begun before there were any.
                properties.getProperty(INCIDENTS, OFF).equals(ON)));
    }

    /** Refuses to go on with another file, or with dates moved otherwise, than the home was begun with. */
    void requireSame(SimulatorOptions wanted) {
        new EnvironmentRecord(home).requireNone();
        Optional<SimulatorOptions> begun = read();
        if (begun.isEmpty()) {
            return;
        }
        if (!begun.get().data().equals(wanted.data())) {
            throw new LauncherException(
                    "this home was begun with " + begun.get().data() + ", not with " + wanted.data()
                            + ": give another --home, or empty this one with ./sentia reset");
        }
        if (!begun.get().shift().equals(wanted.shift())) {
            throw new LauncherException("this home was begun with --shift "
                    + begun.get().shift() + ": give another --home, or empty this one with ./sentia reset");
        }
        if (begun.get().hasIncidents() != wanted.hasIncidents()) {
            throw new LauncherException("this home was begun with --incidents " + onOrOff(begun.get())
                    + ": say so again, give another --home, or empty this one with ./sentia reset");
        }
    }

    void write(SimulatorOptions options) {
        Properties properties = new Properties();
        properties.setProperty("data", options.data().toString());
        properties.setProperty("mode", options.mode());
        properties.setProperty("speed", Integer.toString(options.speed()));
        properties.setProperty("shift", options.shift());
        properties.setProperty("plan", options.plan());
        properties.setProperty(INCIDENTS, onOrOff(options));
        properties.setProperty("delays", String.join(",", options.delays()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new LauncherException("the demo's record " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    private static String onOrOff(SimulatorOptions options) {
        return options.hasIncidents() ? ON : OFF;
    }
}
