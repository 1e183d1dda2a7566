/** How many change points a second the product's sink writes, beside the database's own ways. */
@NullMarked
package com.sentia.verification.bench.flink.sink;

import org.jspecify.annotations.NullMarked;
