package com.sentia.launcher.parts;

import java.util.Optional;

/**
 * What differs between runs of the stack.
 *
 * @param simulator the simulated company; empty runs the stack without a source
 */
public record StackOptions(Optional<SimulatorOptions> simulator, FlinkTuning flink) {

    /** Whose progress makes values final. */
    Sources sources() {
        return simulator.isPresent() ? Sources.COMPANY : Sources.SHOPS;
    }
}
