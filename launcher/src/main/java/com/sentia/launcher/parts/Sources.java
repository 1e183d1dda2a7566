package com.sentia.launcher.parts;

import com.sentia.launcher.environment.Environment;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a stack whose progress makes values final.
 *
 * @param feeds each {@code vendor/unit/entity}
 */
public record Sources(List<String> feeds) {
    /** The shops alone, as benchmarks feed them. */
    static final Sources SHOPS = new Sources(Shops.feeds(Shops.domains()));

    /** The shops and Sentia's own production. */
    static final Sources COMPANY =
            new Sources(Stream.concat(Shops.feeds(Shops.domains()).stream(), Operations.feeds().stream())
                    .toList());

    /** The connectors that run in an environment. */
    static Sources of(Environment environment) {
        List<String> shops = environment.runs(Environment.SHOPIFY) ? Shops.feeds(environment.shops()) : List.of();
        List<String> production = environment.runs(Environment.OWN_DATABASE) ? Operations.feeds() : List.of();
        return new Sources(Stream.concat(shops.stream(), production.stream()).toList());
    }

    /** Copies them. */
    public Sources {
        feeds = List.copyOf(feeds);
    }
}
