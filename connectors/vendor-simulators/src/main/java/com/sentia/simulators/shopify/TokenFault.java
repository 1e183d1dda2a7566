package com.sentia.simulators.shopify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which the answer to a request for a token can go wrong on demand. */
public enum TokenFault {
    /** The token is given, its refresh token rotated, and the connection closed before anything is said. */
    LOST_ANSWER,
    /** The token is given, and the answer breaks off in its middle. */
    CUT_OFF,
    /** An error of the server's own, nothing given. */
    ERROR500,
    /** Too many requests. */
    TOO_MANY_REQUESTS,
    /** Refused, though it was good. */
    REFUSED;

    private static final String PREFIX = "token-";

    /** The fault that the control interface calls by a name, such as token-lost-answer. */
    public static Optional<TokenFault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.controlName().equals(name))
                .findFirst();
    }

    /** Every name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TokenFault::controlName).toList();
    }

    private String controlName() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
