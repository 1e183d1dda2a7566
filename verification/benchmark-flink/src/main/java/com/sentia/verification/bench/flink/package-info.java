/** The contenders that run in Flink. */
@NullMarked
package com.sentia.verification.bench.flink;

import org.jspecify.annotations.NullMarked;
