@NullMarked
package com.sentia.launcher.connectors;

import org.jspecify.annotations.NullMarked;
