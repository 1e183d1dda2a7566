@NullMarked
package com.sentia.capture;

import org.jspecify.annotations.NullMarked;
