package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.HttpAnswer;
import com.sentia.connectors.kit.RetryAfter;
import com.sentia.connectors.kit.SourceException;

/** Decides what an HTTP status of Shopify's means. */
final class HttpFailures {
    private HttpFailures() {}

    /** Returns only when the answer's body is worth reading. */
    static void check(HttpAnswer answer) throws SourceException {
        int status = answer.status();
        if (status == 200) {
            return;
        }
        if (status == 429) {
            throw new SourceException.Wait(RetryAfter.of(answer), "HTTP 429");
        }
        if (status >= 500 || status == 408) {
            throw new SourceException.Retry("HTTP " + status, null);
        }
        throw new SourceException.StopUnit("HTTP " + status + ": " + reason(status));
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> "the access token is refused";
            case 402 -> "the shop is frozen for an unpaid bill";
            case 403 -> "the app may not read this shop";
            case 404 -> "no such shop or API version at base.url";
            case 423 -> "the shop is locked";
            default -> "not an answer of the Admin API";
        };
    }
}
