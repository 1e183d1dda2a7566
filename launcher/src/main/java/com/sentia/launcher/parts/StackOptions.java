package com.sentia.launcher.parts;

import com.sentia.launcher.environment.Environment;
import java.util.Optional;

/**
 * What differs between runs of the stack.
 *
 * @param simulator the simulated company; empty runs the stack without one
 * @param environment the vendors that are read instead; empty where there are none of one's own
 */
public record StackOptions(Optional<SimulatorOptions> simulator, Optional<Environment> environment, FlinkTuning flink) {

    /** With the simulated company. */
    public static StackOptions demo(SimulatorOptions simulator) {
        return new StackOptions(Optional.of(simulator), Optional.empty(), FlinkTuning.standard());
    }

    /** With vendors of one's own. */
    public static StackOptions of(Environment environment) {
        return new StackOptions(Optional.empty(), Optional.of(environment), FlinkTuning.standard());
    }

    /** Without a source, for who writes to the topics. */
    public static StackOptions bare() {
        return new StackOptions(Optional.empty(), Optional.empty(), FlinkTuning.standard());
    }

    /** Whose progress makes values final. */
    Sources sources() {
        if (environment.isPresent()) {
            return Sources.of(environment.get());
        }
        return simulator.isPresent() ? Sources.COMPANY : Sources.SHOPS;
    }

    /** {@code shop=region}, joined by commas. */
    String regions() {
        return Shops.regions(environment.map(Environment::regionOfShop).orElse(Shops.REGION_OF));
    }
}
