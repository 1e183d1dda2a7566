/** Tests of migrations and sinks on the real server. */
@NullMarked
package com.sentia.timescale;

import org.jspecify.annotations.NullMarked;
