/** Talks to the schema registry and keeps its ids safe. */
@NullMarked
package com.sentia.launcher.registry;

import org.jspecify.annotations.NullMarked;
