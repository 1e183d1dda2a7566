package com.sentia.connectors.shopify;

import java.time.Duration;
import java.time.Instant;

/**
 * When and how far a feed is read.
 *
 * @param backfillFrom the earliest update time wanted
 * @param overlap how far behind the newest record read a pass begins, for changes that the shop's index showed late
 * @param pollInterval pause between the end of one pass and the next
 * @param heartbeatInterval at least how often progress is told
 * @param completenessDelay how far behind the shop's clock a feed read to its end is called complete
 * @param recordsPerPoll records gathered before records are handed on
 * @param recordsPerWindow records after which a new query is begun; Shopify pages a query 25,000 objects far
 */
record FeedTiming(
        Instant backfillFrom,
        Duration overlap,
        Duration pollInterval,
        Duration heartbeatInterval,
        Duration completenessDelay,
        int recordsPerPoll,
        int recordsPerWindow) {}
