/** Which KPI jobs a home keeps, what each publishes, and what the world is told of it. */
@NullMarked
package com.sentia.launcher.deployments;

import org.jspecify.annotations.NullMarked;
