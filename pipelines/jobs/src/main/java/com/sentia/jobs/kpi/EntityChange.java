package com.sentia.jobs.kpi;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.runtime.Position;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A version of an order or refund as it came in.
 *
 * @param key kind, unit and id: identifies the entity's state and, in the ledger, a cause
 */
@TypeInfo(EntityChangeSerializer.Factory.class)
public record EntityChange(String key, EntityFacts facts, Position position) {}
