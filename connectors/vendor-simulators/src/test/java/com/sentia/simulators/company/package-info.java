@NullMarked
package com.sentia.simulators.company;

import org.jspecify.annotations.NullMarked;
