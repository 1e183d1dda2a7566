@NullMarked
package com.sentia.simulators.operations;

import org.jspecify.annotations.NullMarked;
