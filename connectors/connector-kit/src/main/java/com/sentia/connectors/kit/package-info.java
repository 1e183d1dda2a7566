/** What every source connector shares: cursors, rate budgets, classes of error, HTTP, records and their offsets. */
@NullMarked
package com.sentia.connectors.kit;

import org.jspecify.annotations.NullMarked;
