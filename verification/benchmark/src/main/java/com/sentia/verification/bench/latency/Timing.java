package com.sentia.verification.bench.latency;

/**
 * When one change got how far, in milliseconds since it was sent.
 *
 * @param acknowledgedMillis taken by the gateway: durable on the raw topic
 * @param canonicalMillis committed by the normalizer, seen by another consumer
 * @param computedMillis found by the job
 * @param readableMillis told by the API
 */
record Timing(double acknowledgedMillis, double canonicalMillis, double computedMillis, double readableMillis) {}
