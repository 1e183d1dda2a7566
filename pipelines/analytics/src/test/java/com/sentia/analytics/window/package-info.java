@NullMarked
package com.sentia.analytics.window;

import org.jspecify.annotations.NullMarked;
