/** The normalizer's process: settings, start and stop, health. */
@NullMarked
package com.sentia.normalizer;

import org.jspecify.annotations.NullMarked;
