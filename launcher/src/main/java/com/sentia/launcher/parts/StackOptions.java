package com.sentia.launcher.parts;

import java.util.Optional;

/**
 * What differs between runs of the stack.
 *
 * @param simulator the simulated shops; empty runs the stack without a source
 */
public record StackOptions(Optional<SimulatorOptions> simulator, FlinkTuning flink) {}
