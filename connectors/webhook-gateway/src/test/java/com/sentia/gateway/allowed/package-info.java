@NullMarked
package com.sentia.gateway.allowed;

import org.jspecify.annotations.NullMarked;
