@NullMarked
package com.sentia.launcher.fx;

import org.jspecify.annotations.NullMarked;
