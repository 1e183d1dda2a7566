/** Looks, before a stack with vendors of one's own is started, at what it lacks. */
@NullMarked
package com.sentia.launcher.preflight;

import org.jspecify.annotations.NullMarked;
