package com.sentia.analytics.fact;

/**
 * The version of an entity that changed facts; the same after a replay.
 *
 * @param key kind and key of the entity
 * @param version {@link EntityVersion#text()}
 */
public record Cause(String key, String version, CauseKind kind) {}
