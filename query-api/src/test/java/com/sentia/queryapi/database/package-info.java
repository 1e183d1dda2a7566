@NullMarked
package com.sentia.queryapi.database;

import org.jspecify.annotations.NullMarked;
