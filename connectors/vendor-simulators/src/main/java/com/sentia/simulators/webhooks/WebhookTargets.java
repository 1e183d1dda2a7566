package com.sentia.simulators.webhooks;

import java.util.List;

/** Who is told of a shop's events. */
public interface WebhookTargets {
    /** Those who want to be told of a topic, in the form of the header. */
    List<WebhookTarget> of(String shop, String topic);

    /** Hears how a try to tell one of them went. */
    void tried(String shop, WebhookTarget target, boolean taken);

    /** Everything to one address, whoever subscribed. */
    static WebhookTargets always(java.net.URI url) {
        List<WebhookTarget> only = List.of(new WebhookTarget(url, WebhookTarget.NONE));
        return new WebhookTargets() {
            @Override
            public List<WebhookTarget> of(String shop, String topic) {
                return only;
            }

            @Override
            public void tried(String shop, WebhookTarget target, boolean taken) {
                // There is no subscription that could end.
            }
        };
    }
}
