/** Reads topics for people. */
@NullMarked
package com.sentia.launcher.topics;

import org.jspecify.annotations.NullMarked;
