@NullMarked
package com.sentia.verification.bench.flink.sink;

import org.jspecify.annotations.NullMarked;
