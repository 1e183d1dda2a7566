/** The demo, its check and its chaos. */
@NullMarked
package com.sentia.launcher.demo;

import org.jspecify.annotations.NullMarked;
