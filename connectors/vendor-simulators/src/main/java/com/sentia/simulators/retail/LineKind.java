package com.sentia.simulators.retail;

import java.util.Set;

/** What an accepted line charges for. */
public enum LineKind {
    GOODS,
    SHIPPING,
    DISCOUNT;

    private static final Set<String> SHIPPING_CODES = Set.of("POST", "DOT", "C2");

    static LineKind ofCode(String code) {
        if (SHIPPING_CODES.contains(code)) {
            return SHIPPING;
        }
        return code.equals("D") ? DISCOUNT : GOODS;
    }
}
