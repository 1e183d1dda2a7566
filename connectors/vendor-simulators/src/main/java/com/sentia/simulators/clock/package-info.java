/** Virtual time: how fast it runs, when it waits for its readers, what of it survives a kill. */
@NullMarked
package com.sentia.simulators.clock;

import org.jspecify.annotations.NullMarked;
