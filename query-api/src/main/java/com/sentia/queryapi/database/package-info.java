/** The connection pool, SQL resources, and the data's own clock. */
@NullMarked
package com.sentia.queryapi.database;

import org.jspecify.annotations.NullMarked;
