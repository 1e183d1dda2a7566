/** Change capture: what Debezium reads from the log of Sentia's own database, as the raw records that every source writes. */
@NullMarked
package com.sentia.capture;

import org.jspecify.annotations.NullMarked;
