/** How long an order changed at its source takes until the KPI it changes can be read. */
@NullMarked
package com.sentia.verification.bench.latency;

import org.jspecify.annotations.NullMarked;
