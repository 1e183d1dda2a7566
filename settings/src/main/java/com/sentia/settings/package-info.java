/** Typed settings: one reader, every problem reported at once, secrets that never print. */
@NullMarked
package com.sentia.settings;

import org.jspecify.annotations.NullMarked;
