@NullMarked
package com.sentia.launcher.supervision;

import org.jspecify.annotations.NullMarked;
