@NullMarked
package com.sentia.launcher.preflight;

import org.jspecify.annotations.NullMarked;
