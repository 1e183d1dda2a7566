package com.sentia.analytics.fact;

/**
 * The currency that an amount is in and the business day whose rate converts it.
 *
 * @param currency ISO 4217 code of another currency than the business's
 * @param day days since 1970-01-01
 */
public record RateDay(String currency, long day) {}
