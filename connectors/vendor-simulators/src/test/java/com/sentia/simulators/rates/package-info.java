@NullMarked
package com.sentia.simulators.rates;

import org.jspecify.annotations.NullMarked;
