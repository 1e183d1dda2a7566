/** Events told to a subscriber over HTTP, as vendors tell them: signed, repeated, late, or not at all. */
@NullMarked
package com.sentia.simulators.webhooks;

import org.jspecify.annotations.NullMarked;
