@NullMarked
package com.sentia.simulators.factory;

import org.jspecify.annotations.NullMarked;
