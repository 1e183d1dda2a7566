@NullMarked
package com.sentia.gateway.http;

import org.jspecify.annotations.NullMarked;
