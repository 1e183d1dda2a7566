package com.sentia.analytics.rate;

/**
 * A day from which on another rate is applied than on the day before it.
 *
 * @param day days since 1970-01-01
 */
public record RateStep(long day, AppliedRate before, AppliedRate after) {}
