/** A Kafka Connect source for the Shopify Admin GraphQL API: many shops, orders with all their lines and refunds, products with all their variants. */
@NullMarked
package com.sentia.connectors.shopify;

import org.jspecify.annotations.NullMarked;
