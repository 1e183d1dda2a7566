/** Liveness, readiness and metrics of this process. */
@NullMarked
package com.sentia.queryapi.health;

import org.jspecify.annotations.NullMarked;
