@NullMarked
package com.sentia.gateway.shopify;

import org.jspecify.annotations.NullMarked;
