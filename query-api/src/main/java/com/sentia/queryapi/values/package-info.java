/** The latest value of a KPI per dimensions. */
@NullMarked
package com.sentia.queryapi.values;

import org.jspecify.annotations.NullMarked;
