@NullMarked
package com.sentia.launcher.deployments;

import org.jspecify.annotations.NullMarked;
