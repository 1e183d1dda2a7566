@NullMarked
package com.sentia.connectors.shopify;

import org.jspecify.annotations.NullMarked;
