/** Sentia's own production database: its tables, and how they come to exist. */
@NullMarked
package com.sentia.simulators.operations;

import org.jspecify.annotations.NullMarked;
