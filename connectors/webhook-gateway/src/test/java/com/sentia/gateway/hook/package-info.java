@NullMarked
package com.sentia.gateway.hook;

import org.jspecify.annotations.NullMarked;
