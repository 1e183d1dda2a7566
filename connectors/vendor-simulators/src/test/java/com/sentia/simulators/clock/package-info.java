@NullMarked
package com.sentia.simulators.clock;

import org.jspecify.annotations.NullMarked;
