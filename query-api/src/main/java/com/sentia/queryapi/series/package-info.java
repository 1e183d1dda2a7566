/** A KPI over time, as change points. */
@NullMarked
package com.sentia.queryapi.series;

import org.jspecify.annotations.NullMarked;
