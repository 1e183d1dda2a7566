/**
 * The check of the demo: every KPI value recomputed from the input file in plain SQL on DuckDB, and compared with what
 * the pipeline wrote. Shares no code with the pipeline or the simulator.
 */
@NullMarked
package com.sentia.verification.demo;

import org.jspecify.annotations.NullMarked;
