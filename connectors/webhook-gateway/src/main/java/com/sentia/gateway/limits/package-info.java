/** How much of what is let in: by sender, by unit, at once. */
@NullMarked
package com.sentia.gateway.limits;

import org.jspecify.annotations.NullMarked;
