package com.sentia.simulators.shopify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which a bulk operation can go wrong on demand. */
public enum BulkFault {
    /** COMPLETED, with an object count above what the file holds. */
    WRONG_COUNT,
    /** FAILED, with what was read until then. */
    PARTIAL,
    /** FAILED by an error of the server's own; what was read until then is told of only later. */
    SERVER_ERROR,
    /** FAILED, with nothing. */
    FAILED,
    /** It runs until it is cancelled. */
    SLOW,
    /** The first answer with its file breaks off in the middle. */
    CUT_OFF,
    /** The file's first address is refused. */
    EXPIRED_URL,
    /** The result has expired as a whole. */
    EXPIRED,
    /** Somebody cancels it. */
    CANCELED;

    private static final String PREFIX = "bulk-";

    /** The fault that the control interface calls by a name, such as bulk-wrong-count. */
    public static Optional<BulkFault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.controlName().equals(name))
                .findFirst();
    }

    /** Every name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BulkFault::controlName).toList();
    }

    private String controlName() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
