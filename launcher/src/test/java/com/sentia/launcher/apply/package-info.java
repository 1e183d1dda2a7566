@NullMarked
package com.sentia.launcher.apply;

import org.jspecify.annotations.NullMarked;
