package com.sentia.launcher.privacy;

/**
 * Where a person was found.
 *
 * @param name topic or table, for people
 * @param standing records or rows that stand
 * @param superseded records of a compacted topic that a later one of their key has taken the place of; compaction removes them
 */
public record Place(String name, long standing, long superseded) {}
