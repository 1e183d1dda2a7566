/** What people can do with a running connector, and what it tells them: signals, notices, gauges. */
@NullMarked
package com.sentia.connectors.kit.control;

import org.jspecify.annotations.NullMarked;
