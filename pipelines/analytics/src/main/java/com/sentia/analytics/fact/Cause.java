package com.sentia.analytics.fact;

/**
 * The version of an entity that changed facts; the same after a replay.
 *
 * @param key kind and key of the entity
 */
public record Cause(String key, EntityVersion version, CauseKind kind) {}
