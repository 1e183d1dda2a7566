/** What changes among the facts of one raw record when a new version of it is known; no I/O. */
@NullMarked
package com.sentia.normalizer.facts;

import org.jspecify.annotations.NullMarked;
