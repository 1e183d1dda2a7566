package com.sentia.simulators.company;

import java.util.List;

/** Whom the company buys from. */
public final class Suppliers {
    /** Their codes. */
    public static final List<String> ALL = List.of("S-NORTH", "S-EAST", "S-HARBOUR");

    private Suppliers() {}

    /** The one an article is bought from. */
    public static String of(String sku) {
        return ALL.get(Math.floorMod(sku.hashCode(), ALL.size()));
    }
}
