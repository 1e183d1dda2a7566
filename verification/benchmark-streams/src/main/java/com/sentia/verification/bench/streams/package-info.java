/** The contender that runs in Kafka Streams. */
@NullMarked
package com.sentia.verification.bench.streams;

import org.jspecify.annotations.NullMarked;
