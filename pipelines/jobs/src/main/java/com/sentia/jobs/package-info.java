/** The Flink jobs, one package each. */
@NullMarked
package com.sentia.jobs;

import org.jspecify.annotations.NullMarked;
