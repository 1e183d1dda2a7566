/** Looks at a running stack: parts, hops, database. */
@NullMarked
package com.sentia.launcher.status;

import org.jspecify.annotations.NullMarked;
