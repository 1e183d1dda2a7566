/** Shopify's webhooks: its headers, its signature, its topics, and what of a body goes on. */
@NullMarked
package com.sentia.gateway.shopify;

import org.jspecify.annotations.NullMarked;
