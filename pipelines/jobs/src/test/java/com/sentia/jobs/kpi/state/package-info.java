@NullMarked
package com.sentia.jobs.kpi.state;

import org.jspecify.annotations.NullMarked;
