@NullMarked
package com.sentia.launcher.flink;

import org.jspecify.annotations.NullMarked;
