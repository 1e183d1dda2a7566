@NullMarked
package com.sentia.launcher.demo;

import org.jspecify.annotations.NullMarked;
