/** Stand-ins for the vendors' APIs: one process, one virtual clock. */
@NullMarked
package com.sentia.simulators;

import org.jspecify.annotations.NullMarked;
