/** What goes wrong in the simulated company on purpose, and the truth about it: when it began and ended, and what was behind it. */
@NullMarked
package com.sentia.simulators.incidents;

import org.jspecify.annotations.NullMarked;
