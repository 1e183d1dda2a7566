/** How far each source and each KPI is complete. */
@NullMarked
package com.sentia.queryapi.freshness;

import org.jspecify.annotations.NullMarked;
