@NullMarked
package com.sentia.gateway.delivery;

import org.jspecify.annotations.NullMarked;
