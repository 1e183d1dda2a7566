package com.sentia.launcher.preflight;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.GivenSecrets;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.EnvironmentConnectors;
import com.sentia.launcher.parts.PreflightProgram;
import com.sentia.launcher.parts.VendorSecrets;
import com.sentia.launcher.preflight.Finding.Outcome;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The preflight of all that an environment runs. It needs no home, and leaves nothing behind. */
public final class EnvironmentPreflight {
    private final Environment environment;
    private final GivenSecrets given;
    private final Distribution distribution;
    private final Ports ports;

    /** @param ports of the stack that is to run */
    public EnvironmentPreflight(Environment environment, GivenSecrets given, Distribution distribution, Ports ports) {
        this.environment = environment;
        this.given = given;
        this.distribution = distribution;
        this.ports = ports;
    }

    /** @throws LauncherException when it can't be looked at all */
    public List<Finding> look() throws InterruptedException {
        try {
            // Only its owner may enter a temporary folder.
            Path folder = Files.createTempDirectory("sentia-preflight");
            try {
                return look(new Home(folder));
            } finally {
                Scratch.delete(folder);
            }
        } catch (IOException e) {
            throw new LauncherException("the preflight can't be run: " + e.getMessage(), e);
        }
    }

    private List<Finding> look(Home scratch) throws IOException, InterruptedException {
        EnvironmentConnectors connectors = new EnvironmentConnectors(environment, distribution, scratch, ports);
        List<VendorSecrets.Missing> missing = new VendorSecrets(environment, given, scratch, connectors).place();
        List<Finding> findings = new ArrayList<>();
        for (VendorSecrets.Missing secret : missing) {
            findings.add(new Finding(
                    secret.connector(),
                    Finding.ALL,
                    "secret",
                    Outcome.MISSING,
                    secret.name() + " is not given",
                    given.advice(secret.name())));
        }
        for (ConnectorDescription connector : connectors.describe()) {
            boolean hasAll =
                    missing.stream().noneMatch(secret -> secret.connector().equals(connector.name()));
            if (hasAll) {
                findings.addAll(look(scratch, connector));
            }
        }
        return findings;
    }

    private List<Finding> look(Home scratch, ConnectorDescription connector) throws IOException, InterruptedException {
        if (connector.name().equals(Environment.OWN_DATABASE)) {
            Secret password = new Secret(Files.readString(scratch.secrets().resolve(OwnDatabase.PASSWORD)));
            String sslMode = connector.configuration().getOrDefault(OwnDatabase.SSL_MODE, OwnDatabase.DEFAULT_SSL_MODE);
            return new DatabasePreflight(environment.requireDatabase(), password, sslMode).look();
        }
        String found = new PreflightProgram(distribution, scratch.root())
                .look(connector)
                .orElse("");
        return found.isEmpty()
                ? List.of(new Finding(
                        connector.name(),
                        Finding.ALL,
                        "preflight",
                        Outcome.WARNING,
                        "this kind of connector has none",
                        "see sentia connector status once it runs"))
                : FoundByConnector.read(connector.name(), found);
    }
}
