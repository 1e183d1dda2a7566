package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.Position;

/**
 * A version of an order or refund as it came in.
 *
 * @param key kind, unit and id: identifies the entity's state and, in the ledger, a cause
 */
public record EntityChange(String key, EntityFacts facts, Position position) {}
