/** Talks to Flink's REST interface and keeps the KPI job running. */
@NullMarked
package com.sentia.launcher.flink;

import org.jspecify.annotations.NullMarked;
