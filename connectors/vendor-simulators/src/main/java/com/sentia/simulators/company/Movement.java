package com.sentia.simulators.company;

/**
 * Units of an article that an order takes, or a refund brings back.
 *
 * @param at epoch second
 * @param line the order line it is of
 * @param units negative for a sale
 */
record Movement(long at, long line, int units) {}
