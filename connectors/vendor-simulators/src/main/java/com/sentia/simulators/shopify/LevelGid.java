package com.sentia.simulators.shopify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The global id of what a place holds of an article: unlike others it has a parameter, and its number is neither's. */
record LevelGid(long site, long article) {
    private static final Pattern FORM =
            Pattern.compile("gid://shopify/InventoryLevel/(\\d{1,18})\\?inventory_item_id=(\\d{1,18})");
    /** Sites are numbered below it. */
    private static final long SITES = 10_000;

    /** The text of it. */
    String text() {
        return Gid.of("InventoryLevel", article * SITES + site) + "?inventory_item_id=" + article;
    }

    static boolean isOne(Object text) {
        return FORM.matcher(text.toString()).matches();
    }

    /** @throws QueryRefused when the text is no such id */
    static LevelGid parse(Object text) {
        Matcher matcher = FORM.matcher(text.toString());
        if (!matcher.matches()) {
            throw new QueryRefused("Invalid global id '" + text + "'", "argumentLiteralsIncompatible");
        }
        return new LevelGid(Long.parseLong(matcher.group(1)) % SITES, Long.parseLong(matcher.group(2)));
    }
}
