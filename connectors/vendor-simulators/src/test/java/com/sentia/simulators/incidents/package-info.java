@NullMarked
package com.sentia.simulators.incidents;

import org.jspecify.annotations.NullMarked;
