package com.sentia.analytics.fact;

import java.util.List;

/** What one cause changes in one series. */
public record CausedChange(Cause cause, List<Contribution> contributions) {}
