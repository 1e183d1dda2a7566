@NullMarked
package com.sentia.simulators.shopify;

import org.jspecify.annotations.NullMarked;
