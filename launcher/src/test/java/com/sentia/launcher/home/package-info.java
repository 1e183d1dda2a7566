@NullMarked
package com.sentia.launcher.home;

import org.jspecify.annotations.NullMarked;
