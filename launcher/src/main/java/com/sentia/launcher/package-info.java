/** The sentia command. */
@NullMarked
package com.sentia.launcher;

import org.jspecify.annotations.NullMarked;
