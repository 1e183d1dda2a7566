/** From versions of entities to changes of facts, grouped by the series they touch. */
@NullMarked
package com.sentia.analytics.fact;

import org.jspecify.annotations.NullMarked;
