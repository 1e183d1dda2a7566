package com.sentia.simulators.company;

/**
 * Something a shop sells.
 *
 * @param createdAt epoch second at which the shop has it first
 * @param priceMicros its first price, in millionths
 */
public record Article(long id, String sku, long createdAt, long priceMicros) {}
