@NullMarked
package com.sentia.jobs.kpi;

import org.jspecify.annotations.NullMarked;
