/** The folder that holds a stack's state, the distribution it runs, and what must hold before it starts. */
@NullMarked
package com.sentia.launcher.home;

import org.jspecify.annotations.NullMarked;
