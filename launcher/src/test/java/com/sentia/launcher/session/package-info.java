@NullMarked
package com.sentia.launcher.session;

import org.jspecify.annotations.NullMarked;
