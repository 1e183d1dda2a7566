/** The door for vendors' webhooks: settings, wiring and the process's main. */
@NullMarked
package com.sentia.gateway;

import org.jspecify.annotations.NullMarked;
