/** One class per command: options in, exit code out. */
@NullMarked
package com.sentia.launcher.commands;

import org.jspecify.annotations.NullMarked;
