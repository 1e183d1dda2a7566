package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.connectors.kit.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure, at first and every hour, that the token may see all of a stream. Without read_all_orders Shopify leaves older orders out
 * and says nothing, its counts included, so the lack could not be seen otherwise; a feed that began within what is shown to all is not
 * refused when its beginning has grown old, but its reconciliation is.
 */
final class AccessCheck implements Precondition {
    private static final String ALL_ORDERS = "read_all_orders";
    private static final Duration SHOWN_TO_ALL = Duration.ofDays(60);
    /** Scopes are taken away by people, seldom. */
    private static final Duration HOLDS_FOR = Duration.ofHours(1);
    /** By the rule a point for each scope, of which no token has as many. */
    private static final int COST = 100;

    private final ShopifyClient client;
    private final ShopifyStream stream;
    private final @Nullable Instant backfillFrom;
    private final Clock clock;
    private @Nullable Instant passedAt;

    /** @param backfillFrom where the first read begins; null when there was one */
    AccessCheck(ShopifyClient client, ShopifyStream stream, @Nullable Instant backfillFrom, Clock clock) {
        this.client = client;
        this.stream = stream;
        this.backfillFrom = backfillFrom;
        this.clock = clock;
    }

    @Override
    public void check() throws SourceException {
        Instant now = clock.instant();
        if (passedAt != null && now.isBefore(passedAt.plus(HOLDS_FOR))) {
            return;
        }
        GraphQlAnswer answer = client.ask(ShopifyQueries.ACCESS_SCOPES, ShopifyClient.variables(), COST);
        JsonNode scopes = answer.data().path("currentAppInstallation").path("accessScopes");
        if (!scopes.isArray()) {
            throw new SourceException.Retry("Shopify does not tell the token's access scopes", null);
        }
        Set<String> granted = new HashSet<>();
        scopes.forEach(scope -> granted.add(scope.path("handle").asText()));
        check(granted, answer.date());
        passedAt = now;
    }

    private void check(Set<String> granted, Instant now) throws SourceException.StopUnit {
        List<String> lacking = lacking(stream, granted, backfillFrom, now);
        if (!lacking.isEmpty()) {
            throw new SourceException.StopUnit("the token lacks the access scope " + lacking.get(0));
        }
    }

    /**
     * The scopes of a stream that were not granted, with the reason where it is not plain.
     *
     * @param from where its first read begins; null when there was one
     */
    static List<String> lacking(ShopifyStream stream, Set<String> granted, @Nullable Instant from, Instant now) {
        List<String> lacking = new ArrayList<>();
        for (String scope : stream.scopes()) {
            // Shopify drops a read scope from the list where the write scope, which includes it, was granted.
            String writing = scope.replaceFirst("read_", "write_");
            if (!granted.contains(scope) && !granted.contains(writing)) {
                lacking.add(scope);
            }
        }
        boolean old = from != null && from.isBefore(now.minus(SHOWN_TO_ALL));
        if (stream == ShopifyStream.ORDERS && old && !granted.contains(ALL_ORDERS)) {
            lacking.add(ALL_ORDERS + ", which " + ShopifyConfig.BACKFILL_FROM + " " + from
                    + " needs as it is more than " + SHOWN_TO_ALL.toDays() + " days back");
        }
        return lacking;
    }
}
