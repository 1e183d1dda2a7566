package com.sentia.verification.bench.stack;

/** The shops whose feeds the stack waits for. */
public enum Shop {
    UK,
    EU,
    USA;

    /** The vendor of all of them. */
    public static final String VENDOR = "shopify";

    public static final String ENTITY = "order";

    /** What all of them sell in. */
    public static final String CURRENCY = "GBP";

    public String unit() {
        return "sentia-" + name().toLowerCase(java.util.Locale.ROOT) + ".myshopify.com";
    }

    public String region() {
        return name();
    }
}
