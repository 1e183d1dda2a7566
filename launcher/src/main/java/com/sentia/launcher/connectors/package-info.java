/** What people do with connectors: how their feeds stand, signals and answers, offsets, dead letters. */
@NullMarked
package com.sentia.launcher.connectors;

import org.jspecify.annotations.NullMarked;
