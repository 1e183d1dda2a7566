/** Copies of JSON bodies that hold what is allowed and nothing else. */
@NullMarked
package com.sentia.gateway.allowed;

import org.jspecify.annotations.NullMarked;
