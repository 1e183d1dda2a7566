@NullMarked
package com.sentia.analytics.estimate;

import org.jspecify.annotations.NullMarked;
