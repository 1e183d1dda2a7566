package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.shopify.Preflight.Finding;
import com.sentia.connectors.shopify.Preflight.Outcome;
import java.net.URI;

/** Looks at whether webhooks would come in where the shops are told to send them; from this machine, which is not the shops' own way. */
final class CallbackPreflight {
    private static final String CHECK = "webhooks-callback";
    private static final int SERVER_ERROR = 500;

    private final ShopifySettings settings;
    private final HttpExchange http;

    CallbackPreflight(ShopifySettings settings, HttpExchange http) {
        this.settings = settings;
        this.http = http;
    }

    Finding look() {
        URI callback = settings.upkeep().webhooksCallback().orElse(null);
        if (callback == null) {
            return found(
                    Outcome.WARNING,
                    "no address is set, so the connector subscribes to nothing",
                    "set " + UpkeepConfig.WEBHOOKS_CALLBACK_URL
                            + ", or subscribe by other means; without webhooks changes are seen at the next poll");
        }
        if (!"https".equals(callback.getScheme())) {
            return found(
                    Outcome.MISSING, callback + " is not https", "give an https address: Shopify sends to no other");
        }
        try {
            int status = http.getPart(callback, 0, 1).status();
            return status < SERVER_ERROR
                    ? found(Outcome.OK, callback + " answers", "")
                    : found(
                            Outcome.WARNING,
                            callback + " answers HTTP " + status,
                            "start the webhook gateway behind it, or mend the way to it");
        } catch (SourceException.Retry e) {
            return found(
                    Outcome.WARNING,
                    callback + " can't be reached from here: " + e.getMessage(),
                    "see that the shops can reach the webhook gateway there");
        }
    }

    private static Finding found(Outcome outcome, String seen, String advice) {
        return new Finding("all", CHECK, outcome, seen, advice);
    }
}
