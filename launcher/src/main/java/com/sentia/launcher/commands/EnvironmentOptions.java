package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.EnvironmentRecord;
import com.sentia.launcher.environment.Environments;
import com.sentia.launcher.environment.GivenSecrets;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.parts.EnvironmentConnectors;
import com.sentia.launcher.parts.VendorSecrets;
import com.sentia.launcher.preflight.EnvironmentPreflight;
import com.sentia.launcher.preflight.PreflightReport;
import com.sentia.launcher.session.Console;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which vendors of one's own a stack is started, and whether they are looked at first. */
final class EnvironmentOptions {
    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "The environment to run: jobs-config/NAME, or the path of a folder elsewhere. Once begun, the home"
                            + " knows it.")
    @Nullable
    String name;

    @Option(
            names = "--preflight",
            description = "Only look whether secrets, access scopes, dates, quotas and addresses are as they must be.")
    boolean preflightOnly;

    @Option(names = "--skip-preflight", description = "Start without looking at the vendors first.")
    boolean skipPreflight;

    /** The environment named, or else the home's. */
    Optional<Environment> of(Home home) {
        return name == null
                ? new EnvironmentRecord(home).current(Clock.systemUTC())
                : Optional.of(Environments.named(name, Clock.systemUTC()));
    }

    /** As {@link #of}, where there must be one. */
    Environment required(Home home) {
        return of(home).orElseThrow(() ->
                new LauncherException("say with --env which environment to look at: " + home.root() + " runs none"));
    }

    /** Looks at an environment's vendors and tells what was found; whether nothing is missing. */
    boolean preflight(Environment environment, Home home, Console console) throws InterruptedException {
        PreflightReport report = new PreflightReport(
                new EnvironmentPreflight(environment, secrets(environment), Distribution.own(), Ports.of(home)).look());
        report.text().lines().forEach(console::line);
        return report.passes();
    }

    /** Makes the home ready for its environment, if it has one; whether its stack may be started. */
    boolean areReady(Home home, Console console) throws IOException, InterruptedException {
        Optional<Environment> wanted = of(home);
        if (wanted.isEmpty()) {
            return true;
        }
        EnvironmentRecord record = new EnvironmentRecord(home);
        record.requireFitting(wanted.get());
        if (!skipPreflight && !preflight(wanted.get(), home, console)) {
            console.line("nothing was started: do what the table says, or --skip-preflight");
            return false;
        }
        place(wanted.get(), home);
        record.write(wanted.get());
        return true;
    }

    private static void place(Environment environment, Home home) throws IOException {
        EnvironmentConnectors connectors =
                new EnvironmentConnectors(environment, Distribution.own(), home, Ports.of(home));
        GivenSecrets given = secrets(environment);
        List<VendorSecrets.Missing> missing = new VendorSecrets(environment, given, home, connectors).place();
        if (!missing.isEmpty()) {
            throw new LauncherException(missing.stream()
                    .map(secret -> "the secret " + secret.name() + " is not given: " + given.advice(secret.name()))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static GivenSecrets secrets(Environment environment) {
        return new GivenSecrets(environment.secrets(), Settings.fromEnvironment());
    }
}
