@NullMarked
package com.sentia.jobs.deadletter;

import org.jspecify.annotations.NullMarked;
