package com.sentia.connectors.shopify;

/** Shopify's global ids: gid://shopify/Order/536365. */
final class Gid {
    private Gid() {}

    /** What stands after the last slash, without parameters; ids go beyond what a double can hold, so it stays text. */
    static String number(String gid) {
        int end = gid.indexOf('?');
        String path = end < 0 ? gid : gid.substring(0, end);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
