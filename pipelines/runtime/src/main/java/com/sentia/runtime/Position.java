package com.sentia.runtime;

/** A record's place in Kafka. */
public record Position(String topic, int partition, long offset) {}
