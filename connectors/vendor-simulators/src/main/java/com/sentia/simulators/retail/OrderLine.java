package com.sentia.simulators.retail;

/**
 * Goods on an order.
 *
 * @param number the file's line, which is the line's id
 * @param quantity units sold; 0 on the carrier of a refund without order
 * @param priceMicros price of one unit in millionths
 */
public record OrderLine(int number, String sku, String title, int quantity, long priceMicros) {}
