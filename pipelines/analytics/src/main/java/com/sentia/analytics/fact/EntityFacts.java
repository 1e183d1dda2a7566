package com.sentia.analytics.fact;

import java.util.List;

/** One version of an entity with the facts it stands for; no facts when it was deleted or cancelled. */
public record EntityFacts(EntityVersion version, List<SalesFact> facts) {}
