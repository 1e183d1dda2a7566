package com.sentia.timescale;

import org.jspecify.annotations.Nullable;

/**
 * One record of a {@code .rejected} topic, for the table {@code dead_letter}.
 *
 * @param topic the rejected topic, with partition and offset its place there and the row's key
 * @param stage the part that set it aside
 * @param reason stable code
 * @param detail for people
 * @param sourceTopic where it came from, with its partition and offset there (-1 at the source)
 * @param key its original key
 * @param value its original value, byte for byte
 * @param rejectedAtMicros when, UTC
 */
// Arrays are what Flink serialises without a generic type; the rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetterRow(
        String topic,
        int partition,
        long offset,
        String stage,
        String reason,
        String detail,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        long rejectedAtMicros) {}
