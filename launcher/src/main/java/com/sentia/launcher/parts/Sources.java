package com.sentia.launcher.parts;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a stack whose progress makes values final.
 *
 * @param feeds each {@code vendor/unit/entity}
 */
public record Sources(List<String> feeds) {
    /** The shops alone, as benchmarks feed them. */
    static final Sources SHOPS = new Sources(Shops.feeds());

    /** The shops and Sentia's own production. */
    static final Sources COMPANY = new Sources(
            Stream.concat(Shops.feeds().stream(), Operations.feeds().stream()).toList());

    public Sources {
        feeds = List.copyOf(feeds);
    }
}
