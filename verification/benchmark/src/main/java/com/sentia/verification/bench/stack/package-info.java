/** Talking to a running stack: its topics and shops. */
@NullMarked
package com.sentia.verification.bench.stack;

import org.jspecify.annotations.NullMarked;
