/** A retail file made into orders, refunds and cancellations, by the rules of docs/reference/demo-data.md. */
@NullMarked
package com.sentia.simulators.retail;

import org.jspecify.annotations.NullMarked;
