@NullMarked
package com.sentia.simulators;

import org.jspecify.annotations.NullMarked;
