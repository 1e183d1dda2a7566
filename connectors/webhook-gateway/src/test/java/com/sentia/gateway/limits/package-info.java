@NullMarked
package com.sentia.gateway.limits;

import org.jspecify.annotations.NullMarked;
