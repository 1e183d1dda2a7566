package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a window.
 *
 * @param records the records with the first page of each of their parts; those that can't be read have only id and updatedAt
 * @param hasNext whether more follow
 * @param token position after this page
 * @param count how many records the window holds, when it was asked for
 * @param date Shopify's clock at the answer
 */
record Page(
        List<ObjectNode> records, boolean hasNext, @Nullable String token, OptionalLong count, Instant date) {}
