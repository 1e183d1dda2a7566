package com.sentia.launcher.commands;

import com.sentia.launcher.demo.DemoRecord;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.parts.FlinkTuning;
import com.sentia.launcher.parts.StackOptions;

/** How {@code up} runs a stack: with the demo's shops when the home holds a demo. */
final class StackDefaults {
    private StackDefaults() {}

    static StackOptions of(Home home) {
        return new StackOptions(new DemoRecord(home).read(), FlinkTuning.standard());
    }
}
