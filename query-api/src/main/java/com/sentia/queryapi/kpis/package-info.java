/** The catalogue of KPIs and what it allows: windows, dimensions, members. */
@NullMarked
package com.sentia.queryapi.kpis;

import org.jspecify.annotations.NullMarked;
