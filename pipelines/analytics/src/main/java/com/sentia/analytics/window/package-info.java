/**
 * The window engine: shared slices, running totals, change points.
 *
 * <p>Plain Java with no clock and no thread: the caller passes the watermark, keeps the state and fires the timers that
 * were asked for. All times are microseconds since the epoch, UTC.
 */
@NullMarked
package com.sentia.analytics.window;

import org.jspecify.annotations.NullMarked;
