/** Small HTTP and JSON calls to the parts. */
@NullMarked
package com.sentia.launcher.http;

import org.jspecify.annotations.NullMarked;
