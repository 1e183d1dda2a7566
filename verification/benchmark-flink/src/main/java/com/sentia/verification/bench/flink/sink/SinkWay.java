package com.sentia.verification.bench.flink.sink;

/** A way to write change points. */
enum SinkWay {
    /** The product's: series looked up, guarded by generation and sequence, fenced. */
    SINK,
    /** A bare INSERT .. SELECT unnest; again with ON CONFLICT DO UPDATE. */
    UNNEST,
    /** A bare COPY; it can't write again. */
    COPY
}
