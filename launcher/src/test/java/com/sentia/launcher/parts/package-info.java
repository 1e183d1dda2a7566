@NullMarked
package com.sentia.launcher.parts;

import org.jspecify.annotations.NullMarked;
