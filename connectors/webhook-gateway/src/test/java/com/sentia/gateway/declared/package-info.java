@NullMarked
package com.sentia.gateway.declared;

import org.jspecify.annotations.NullMarked;
