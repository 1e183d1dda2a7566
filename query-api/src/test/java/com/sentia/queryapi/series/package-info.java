@NullMarked
package com.sentia.queryapi.series;

import org.jspecify.annotations.NullMarked;
