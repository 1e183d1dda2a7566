@NullMarked
package com.sentia.verification.bench.latency;

import org.jspecify.annotations.NullMarked;
