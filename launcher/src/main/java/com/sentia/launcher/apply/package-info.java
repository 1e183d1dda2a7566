/** Putting a changed catalogue into effect beside the one that runs, and then in its place. */
@NullMarked
package com.sentia.launcher.apply;

import org.jspecify.annotations.NullMarked;
