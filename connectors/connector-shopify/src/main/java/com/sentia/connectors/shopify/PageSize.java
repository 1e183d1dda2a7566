package com.sentia.connectors.shopify;

/**
 * How much one page query asks for.
 *
 * @param records records to a page
 * @param items lines or variants of each record to ask for with it; the rest is asked for when there are more
 */
record PageSize(int records, int items) {}
