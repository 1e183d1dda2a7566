package com.sentia.simulators.shopify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way in which an answer can go wrong on demand. */
public enum Fault {
    THROTTLE,
    ERROR500,
    MALFORMED,
    UNAUTHORIZED,
    SLOW,
    DROP_CONNECTION;

    /** The fault that the control interface calls by a name. */
    public static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault ->
                        fault.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }
}
