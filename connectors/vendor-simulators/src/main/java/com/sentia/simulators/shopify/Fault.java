package com.sentia.simulators.shopify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which an answer can go wrong on demand. */
public enum Fault {
    THROTTLE,
    ERROR500,
    MALFORMED,
    UNAUTHORIZED,
    SLOW,
    DROP_CONNECTION,
    /** 429 that does not say for how long. */
    TOO_MANY_REQUESTS,
    /** 429 with Retry-After. */
    RETRY_AFTER,
    /** The body is announced whole and breaks off. */
    CUT_OFF;

    /** The fault that the control interface calls by a name. */
    public static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.controlName().equals(name))
                .findFirst();
    }

    /** Every name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Fault::controlName).toList();
    }

    private String controlName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
