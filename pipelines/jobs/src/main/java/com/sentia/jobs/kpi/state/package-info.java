/** How the KPI job keeps the window engine's state in Flink: layout and formats, which are promises to savepoints. */
@NullMarked
package com.sentia.jobs.kpi.state;

import org.jspecify.annotations.NullMarked;
