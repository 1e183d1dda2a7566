package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a window of orders.
 *
 * @param orders the orders with the first page of each of their parts; those that can't be read have only id and updatedAt
 * @param hasNext whether more follow
 * @param token position after this page
 * @param count how many orders the window holds, when it was asked for
 * @param date Shopify's clock at the answer
 */
record OrderPage(
        List<ObjectNode> orders, boolean hasNext, @Nullable String token, OptionalLong count, Instant date) {}
