/** The KPI job: from canonical sales records to change points in TimescaleDB and kpi.value.v1. */
@NullMarked
package com.sentia.jobs.kpi;

import org.jspecify.annotations.NullMarked;
