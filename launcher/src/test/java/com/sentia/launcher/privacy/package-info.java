@NullMarked
package com.sentia.launcher.privacy;

import org.jspecify.annotations.NullMarked;
