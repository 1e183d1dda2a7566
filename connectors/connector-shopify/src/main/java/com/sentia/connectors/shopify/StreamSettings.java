package com.sentia.connectors.shopify;

import com.sentia.schemas.topics.Topic;

/**
 * How one stream is read.
 *
 * @param topic where its records go
 * @param timing when and how far it is read
 * @param page how much one page query asks for
 */
record StreamSettings(Topic topic, FeedTiming timing, PageSize page) {}
