@NullMarked
package com.sentia.gateway;

import org.jspecify.annotations.NullMarked;
