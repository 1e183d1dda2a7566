/** The read-only HTTP door to the KPIs: settings, wiring and the process's main. */
@NullMarked
package com.sentia.queryapi;

import org.jspecify.annotations.NullMarked;
