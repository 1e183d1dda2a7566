@NullMarked
package com.sentia.launcher.status;

import org.jspecify.annotations.NullMarked;
