/** Values computed in SQL from the versions that arrived and the KPI catalogue alone: the engine's code has no part in it. */
@org.jspecify.annotations.NullMarked
package com.sentia.jobs.kpi.recomputed;
