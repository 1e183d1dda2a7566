@NullMarked
package com.sentia.analytics.fact;

import org.jspecify.annotations.NullMarked;
