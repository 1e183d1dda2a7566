package com.sentia.connectors.shopify;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What is looked after beside reading.
 *
 * @param deletesPollInterval how often Shopify is asked what was deleted; zero for never
 * @param reconcileInterval by the shop's clock, how often what is there is compared with what was handed on; zero for never
 * @param mostDeletedPercent a comparison that finds more than this share gone deletes nothing and tells
 * @param webhooksCallback where webhooks are to be told; empty when somebody else sees to it
 * @param webhooksCheckInterval how often it is made sure that they are
 */
record UpkeepSettings(
        Duration deletesPollInterval,
        Duration reconcileInterval,
        int mostDeletedPercent,
        Optional<URI> webhooksCallback,
        Duration webhooksCheckInterval) {}
