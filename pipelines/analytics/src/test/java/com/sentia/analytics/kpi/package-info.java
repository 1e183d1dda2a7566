@NullMarked
package com.sentia.analytics.kpi;

import org.jspecify.annotations.NullMarked;
