/** SQL for people and dead letters. */
@NullMarked
package com.sentia.launcher.database;

import org.jspecify.annotations.NullMarked;
