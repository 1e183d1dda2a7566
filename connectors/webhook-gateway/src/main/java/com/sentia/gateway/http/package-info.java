/** The server: routes, the order of checks, answers. */
@NullMarked
package com.sentia.gateway.http;

import org.jspecify.annotations.NullMarked;
