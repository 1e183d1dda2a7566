package com.sentia.simulators.webhooks;

import java.net.URI;

/**
 * Where an event is told.
 *
 * @param subscription number of the subscription that asked for it; {@link #NONE} where everything is told to one address
 */
public record WebhookTarget(URI url, long subscription) {
    static final long NONE = 0;
}
