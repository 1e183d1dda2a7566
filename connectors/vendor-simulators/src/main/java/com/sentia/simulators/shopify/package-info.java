/** Shopify's Admin GraphQL API over the shops' orders as they stood at each moment. */
@NullMarked
package com.sentia.simulators.shopify;

import org.jspecify.annotations.NullMarked;
