/** The invented factory that makes what the shops sell: what its people and machines would write down, day by day. */
@NullMarked
package com.sentia.simulators.factory;

import org.jspecify.annotations.NullMarked;
