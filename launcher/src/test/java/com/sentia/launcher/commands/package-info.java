@NullMarked
package com.sentia.launcher.commands;

import org.jspecify.annotations.NullMarked;
