/** Which topics and subjects there are, described once, and how they come to exist. */
@NullMarked
package com.sentia.schemas.topics;

import org.jspecify.annotations.NullMarked;
