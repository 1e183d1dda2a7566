@NullMarked
package com.sentia.simulators.retail;

import org.jspecify.annotations.NullMarked;
