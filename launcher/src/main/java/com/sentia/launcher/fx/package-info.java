/** Exchange rates from files onto their topic, and those that are known. */
@NullMarked
package com.sentia.launcher.fx;

import org.jspecify.annotations.NullMarked;
