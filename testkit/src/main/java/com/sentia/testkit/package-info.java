/** Running servers and record builders for tests. */
@NullMarked
package com.sentia.testkit;

import org.jspecify.annotations.NullMarked;
