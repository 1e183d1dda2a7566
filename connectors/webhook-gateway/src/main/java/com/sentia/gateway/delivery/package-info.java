/** The way to Kafka, until it has acknowledged. */
@NullMarked
package com.sentia.gateway.delivery;

import org.jspecify.annotations.NullMarked;
