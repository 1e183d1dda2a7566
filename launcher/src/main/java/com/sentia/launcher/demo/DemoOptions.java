package com.sentia.launcher.demo;

import com.sentia.database.Ground;
import com.sentia.launcher.parts.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param length how long it runs; empty until it is stopped
 * @param report where the check's report goes
 * @param chaos parts to kill during the check
 * @param seed chooses when they are killed
 */
public record DemoOptions(
        SimulatorOptions simulator,
        Ground ground,
        Optional<Duration> length,
        Optional<Path> report,
        List<ChaosTarget> chaos,
        long seed) {
    public DemoOptions {
        chaos = List.copyOf(chaos);
    }
}
