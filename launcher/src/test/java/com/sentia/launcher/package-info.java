@NullMarked
package com.sentia.launcher;

import org.jspecify.annotations.NullMarked;
