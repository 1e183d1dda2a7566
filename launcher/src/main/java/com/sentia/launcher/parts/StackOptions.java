package com.sentia.launcher.parts;

import java.time.Duration;
import java.util.Optional;

/**
 * What differs between runs of the stack.
 *
 * @param simulator the simulated shops; empty runs the stack without a source
 * @param pollInterval the connector's pause after a feed was read to its end
 */
public record StackOptions(Optional<SimulatorOptions> simulator, Duration pollInterval, FlinkTuning flink) {}
