/** What each part of the stack needs to run: its files, its command line, its health. */
@NullMarked
package com.sentia.launcher.parts;

import org.jspecify.annotations.NullMarked;
