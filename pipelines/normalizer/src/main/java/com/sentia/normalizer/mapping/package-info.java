/** Vendor payloads to canonical facts: pure functions of the payload. */
@NullMarked
package com.sentia.normalizer.mapping;

import org.jspecify.annotations.NullMarked;
