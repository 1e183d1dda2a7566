/** A small manufacturer's facts, made from a seed: consistent with each other, and in whatever order a test wants. */
@NullMarked
package com.sentia.verification.facts;

import org.jspecify.annotations.NullMarked;
