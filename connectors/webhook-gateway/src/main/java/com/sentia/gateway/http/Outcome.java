package com.sentia.gateway.http;

import java.util.Locale;

/**
 * What became of a request, and how it is answered. Answers have no body, so that nobody learns which check failed; only a sender whose
 * signature was right is told what is wrong with its body.
 */
enum Outcome {
    /** Kafka has acknowledged the record. */
    DELIVERED(200),
    /** Kafka has acknowledged the dead letter of a genuine body that could not be read. */
    SET_ASIDE(200),
    /** It had been delivered before. */
    DUPLICATE(200),
    /** Too old. Any other answer would make the vendor send it again, and in the end send nothing any more. */
    STALE(200),
    /** Of a kind we have no use for. */
    UNUSED(200),
    /** A genuine body that its sender must correct; it is told what. */
    MALFORMED(400),
    NOT_OURS(401),
    BAD_SIGNATURE(401),
    TOO_SLOW(408),
    TOO_LARGE(413),
    SENDER_LIMITED(429),
    SOURCE_LIMITED(429),
    /** A fault of ours. */
    FAULT(500),
    /** No room for one more request at once. */
    BUSY(503),
    /** Kafka did not acknowledge in time. */
    UNDELIVERED(503);

    private static final int RETRY_SECONDS = 1;

    private final int status;

    Outcome(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether the sender is asked to come again. */
    boolean isPassing() {
        return status == 429 || status == 503;
    }

    /** Seconds after which to come again: all our limits are by the second. */
    String retryAfter() {
        return Integer.toString(RETRY_SECONDS);
    }

    /** As metrics name it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
