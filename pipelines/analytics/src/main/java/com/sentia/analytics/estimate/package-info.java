/** How many rows a catalogue would make, judged from facts that were seen. */
@NullMarked
package com.sentia.analytics.estimate;

import org.jspecify.annotations.NullMarked;
