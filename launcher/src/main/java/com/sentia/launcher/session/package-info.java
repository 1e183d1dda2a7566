/** One launcher's hold on a stack: opened, run, closed. */
@NullMarked
package com.sentia.launcher.session;

import org.jspecify.annotations.NullMarked;
