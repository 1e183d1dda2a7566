package com.sentia.launcher.environment;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;

/** Which environment a home runs, so that every later command knows it, and no other is ever mixed into its numbers. */
public final class EnvironmentRecord {
    private final Home home;
    private final Path file;

    public EnvironmentRecord(Home home) {
        this.home = home;
        this.file = home.root().resolve(EnvironmentFile.NAME);
    }

    /**
     * What a home knows of its environment; the rest is read anew from its folder at each start.
     *
     * @param folder where it is described
     * @param business as it was when the home was begun
     */
    public record Entry(String name, Path folder, Business business) {}

    /** The environment the home runs; empty when it runs none. */
    public Optional<Entry> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LauncherException("the home's environment " + file + " can't be read: " + e.getMessage(), e);
        }
        return Optional.of(new Entry(
                properties.getProperty("name"),
                Path.of(properties.getProperty("folder")),
                new Business(
                        properties.getProperty("business.currency"),
                        ZoneId.of(properties.getProperty("business.zone")))));
    }

    /** The home's environment as its folder describes it now. */
    public Optional<Environment> current(Clock clock) {
        return read().map(entry -> {
            Environment environment = Environments.at(entry.name(), entry.folder(), clock);
            requireFitting(environment);
            return environment;
        });
    }

    /** Refuses an environment in a home of another one, or of a demo, or whose numbers would no longer be comparable. */
    public void requireFitting(Environment wanted) {
        if (Files.exists(home.demoRecord())) {
            throw new LauncherException("the home " + home.root() + " holds a demo, whose numbers are no business: give"
                    + " another --home for " + wanted.name() + ", or empty this one with ./sentia reset");
        }
        Optional<Entry> begun = read();
        if (begun.isEmpty()) {
            return;
        }
        if (!begun.get().name().equals(wanted.name())) {
            throw new LauncherException("the home " + home.root() + " runs the environment "
                    + begun.get().name() + ", not " + wanted.name()
                    + ": give another --home, or empty this one with ./sentia reset");
        }
        if (!begun.get().business().equals(wanted.business())) {
            throw new LauncherException("the home " + home.root() + " counts in "
                    + begun.get().business().currency() + " and "
                    + begun.get().business().zone()
                    + ", which can't change: set business.currency and business.zone in "
                    + wanted.folder() + " back, or give another --home");
        }
    }

    /** Refuses a demo in a home that runs an environment. */
    public void requireNone() {
        read().ifPresent(entry -> {
            throw new LauncherException("the home " + home.root() + " runs the environment " + entry.name()
                    + ": give another --home for the demo");
        });
    }

    /** Keeps it with the home. */
    public void write(Environment environment) {
        requireFitting(environment);
        Properties properties = new Properties();
        properties.setProperty("name", environment.name());
        properties.setProperty("folder", environment.folder().toString());
        properties.setProperty("business.currency", environment.business().currency());
        properties.setProperty("business.zone", environment.business().zone().getId());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new LauncherException("the environment can't be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}
