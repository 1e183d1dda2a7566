package com.sentia.timescale;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One fact as the table {@code fact} has it.
 *
 * @param kind such as {@code goods}
 * @param timeMicros event time, UTC
 * @param attributes those that are known
 * @param figures exact, in units: of amounts of the business currency, of times seconds
 */
public record FactRow(String kind, long timeMicros, Map<String, String> attributes, Map<String, BigDecimal> figures) {}
