@NullMarked
package com.sentia.launcher.estimate;

import org.jspecify.annotations.NullMarked;
