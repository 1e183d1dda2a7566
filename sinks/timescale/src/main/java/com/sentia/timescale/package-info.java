/** The tables of TimescaleDB (or plain PostgreSQL) and the Flink sink that writes them, at least once and idempotently. */
@NullMarked
package com.sentia.timescale;

import org.jspecify.annotations.NullMarked;
