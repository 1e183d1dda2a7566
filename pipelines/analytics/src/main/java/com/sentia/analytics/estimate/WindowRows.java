package com.sentia.analytics.estimate;

/**
 * Rows of one KPI in the windows of one kind, over all members of a set.
 *
 * @param members how many were seen
 * @param rowsPerYear at most, if the facts go on as they were seen
 */
public record WindowRows(String kpi, String set, String window, long members, long rowsPerYear) {}
