package com.sentia.simulators;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import com.sentia.simulators.retail.BadRetailFileException;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the simulator as a process: {@code --settings FILE}. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int BAD_START = 2;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            SimulatorSettings settings = SimulatorSettings.from(Settings.fromArguments(arguments));
            Simulator simulator = Simulator.start(settings, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulator), "stop"));
        } catch (SettingsException | BadRetailFileException | StartRefused e) {
            LOG.error("{}", e.getMessage());
            System.exit(BAD_START);
        }
    }

    private static void stop(Simulator simulator) {
        try {
            simulator.close();
            LOG.info("simulator=stopped");
        } catch (IOException e) {
            LOG.error("simulator=stopped-unrecorded problem={}", e.toString());
        }
    }
}
