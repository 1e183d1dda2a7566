package com.sentia.normalizer.topology;

/**
 * A value ready for a topic, with the partition it must go to.
 *
 * @param partition the number of the partition the raw record came from
 * @param bytes the value as it stands on the topic
 */
@SuppressWarnings("ArrayRecordComponent") // It lives for one forward and is never compared.
record Outgoing(int partition, byte[] bytes) {}
