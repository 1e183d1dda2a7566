/** Real PostgreSQL, with TimescaleDB where it can be had, run as a child process without containers or root. */
@NullMarked
package com.sentia.database;

import org.jspecify.annotations.NullMarked;
