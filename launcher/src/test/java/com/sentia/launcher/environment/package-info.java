@NullMarked
package com.sentia.launcher.environment;

import org.jspecify.annotations.NullMarked;
