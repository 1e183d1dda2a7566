package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Region;
import java.util.List;
import java.util.Locale;

/** One of the simulated shops. */
public record Shop(long id, Region region) {
    /** The shops there are. */
    public static final List<Shop> ALL =
            List.of(new Shop(61, Region.UK), new Shop(62, Region.EU), new Shop(63, Region.USA));

    /** The shop's address at Shopify, by which everyone names it. */
    public String domain() {
        return "sentia-" + region.name().toLowerCase(Locale.ROOT) + ".myshopify.com";
    }
}
