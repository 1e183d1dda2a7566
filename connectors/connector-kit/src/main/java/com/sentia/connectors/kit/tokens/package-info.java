/** Access tokens that expire: asked for in time, by one at a time, and kept where a crash can't lose what a vendor gives only once. */
@NullMarked
package com.sentia.connectors.kit.tokens;

import org.jspecify.annotations.NullMarked;
