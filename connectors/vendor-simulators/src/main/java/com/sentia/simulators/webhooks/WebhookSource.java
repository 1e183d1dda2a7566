package com.sentia.simulators.webhooks;

import java.util.List;

/** What happens in the vendors' systems, told once each, in the order of its time within a shop. For one thread. */
public interface WebhookSource {
    /** Takes everything up to a virtual time as told. */
    void begin(long now);

    /** What happened since the last call, up to a virtual time in epoch milliseconds. */
    List<WebhookEvent> happenedUpTo(long now);
}
