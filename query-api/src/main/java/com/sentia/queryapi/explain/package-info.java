/** Why a value is what it is. */
@NullMarked
package com.sentia.queryapi.explain;

import org.jspecify.annotations.NullMarked;
