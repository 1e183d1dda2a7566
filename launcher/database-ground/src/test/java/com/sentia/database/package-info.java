/** Tests of the database ground, on the real server. */
@NullMarked
package com.sentia.database;

import org.jspecify.annotations.NullMarked;
