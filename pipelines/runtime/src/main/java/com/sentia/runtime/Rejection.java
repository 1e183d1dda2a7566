package com.sentia.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A record that a job set aside, whole, with why.
 *
 * @param reason stable code, kebab-case
 * @param detail for people; holds nothing of the record's contents
 * @param rejectedAtMicros wall clock, UTC
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as Kafka has them; never compared
public record Rejection(
        String reason,
        String detail,
        Position position,
        byte @Nullable [] key,
        byte @Nullable [] value,
        long rejectedAtMicros) {}
