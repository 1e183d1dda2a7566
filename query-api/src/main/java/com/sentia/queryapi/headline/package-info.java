/** Every KPI at a glance: latest, the window before, a short line. */
@NullMarked
package com.sentia.queryapi.headline;

import org.jspecify.annotations.NullMarked;
