/** What other currencies are worth in the simulated world. */
@NullMarked
package com.sentia.simulators.rates;

import org.jspecify.annotations.NullMarked;
