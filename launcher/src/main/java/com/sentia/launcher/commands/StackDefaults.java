package com.sentia.launcher.commands;

import com.sentia.launcher.demo.DemoRecord;
import com.sentia.launcher.environment.EnvironmentRecord;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.SimulatorOptions;
import com.sentia.launcher.parts.StackOptions;
import java.time.Clock;
import java.util.Optional;

/** How {@code up} runs a stack: with the demo's shops when the home holds a demo, with the vendors of its environment when it has one. */
final class StackDefaults {
    private StackDefaults() {}

    static StackOptions of(Home home) {
        Optional<SimulatorOptions> demo = new DemoRecord(home).read();
        if (demo.isPresent()) {
            return StackOptions.demo(demo.get());
        }
        return new EnvironmentRecord(home)
                .current(Clock.systemUTC())
                .map(StackOptions::of)
                .orElseGet(StackOptions::bare);
    }
}
