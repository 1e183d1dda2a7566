/** Talks to Kafka Connect's REST interface and keeps the connector running. */
@NullMarked
package com.sentia.launcher.connect;

import org.jspecify.annotations.NullMarked;
