/** The streams: which raw topic feeds which canonical topics, and the processor in between. */
@NullMarked
package com.sentia.normalizer.topology;

import org.jspecify.annotations.NullMarked;
