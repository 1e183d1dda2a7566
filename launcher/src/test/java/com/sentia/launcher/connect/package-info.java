@NullMarked
package com.sentia.launcher.connect;

import org.jspecify.annotations.NullMarked;
