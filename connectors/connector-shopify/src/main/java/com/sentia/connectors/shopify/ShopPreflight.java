package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.HttpAnswer;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.tokens.AccessTokens;
import com.sentia.connectors.shopify.Preflight.Finding;
import com.sentia.connectors.shopify.Preflight.Outcome;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks one shop for the token's access scopes, and reads everything else off the answer. */
final class ShopPreflight {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORT_OF_VERSION = Duration.ofDays(90);
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private final Shop shop;
    private final ShopifySettings settings;
    private final HttpExchange http;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    ShopPreflight(Shop shop, ShopifySettings settings, HttpExchange http, Clock clock) {
        this.shop = shop;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    List<Finding> look() {
        if (shop.access() instanceof ShopAccess.Refreshed) {
            // Asking with it would rotate it, and only the running connector keeps what it rotates to.
            found(
                    "access-token",
                    Outcome.WARNING,
                    "a refresh token is used up by a look, so nothing was asked with it",
                    "see whether the connector's feeds run once it is applied: sentia connector status");
            return findings;
        }
        try {
            AccessTokens tokens = new ShopTokens(
                            () -> {
                                throw new IllegalStateException("no token that rotates is asked for here");
                            },
                            settings.requestTimeout(),
                            clock)
                    .of(shop, http);
            HttpAnswer answer = ask(tokens.current());
            HttpFailures.check(answer);
            JsonNode json = JSON.readTree(answer.body());
            JsonNode scopes = json.path("data").path("currentAppInstallation").path("accessScopes");
            if (!scopes.isArray()) {
                return failed(
                        "the answer tells no access scopes", "look whether base.url is the Admin API of the shop");
            }
            found("access-token", Outcome.OK, "accepted", "");
            Set<String> granted = new HashSet<>();
            scopes.forEach(scope -> granted.add(scope.path("handle").asText()));
            Instant now = clock.instant();
            scopes(granted, answer.date().orElse(now));
            version(answer, now);
            quota(json.path("extensions").path("cost").path("throttleStatus"));
            skew(answer, now);
            return findings;
        } catch (SourceException.StopUnit e) {
            return failed(
                    String.valueOf(e.getMessage()),
                    "look at "
                            + (shop.access() instanceof ShopAccess.Permanent
                                    ? "access.token"
                                    : "client.id and client.secret")
                            + ", also with ." + shop.domain()
                            + " behind, and whether the app is installed in the shop");
        } catch (SourceException e) {
            return failed(String.valueOf(e.getMessage()), "look at base.url and the way to it, and try again");
        } catch (IOException e) {
            return failed("the answer is no JSON", "look whether base.url is the Admin API of the shop");
        }
    }

    private HttpAnswer ask(Secret token) throws SourceException.Retry, IOException {
        return http.post(
                shop.endpoint(),
                Map.of(
                        "Content-Type", "application/json",
                        "Accept", "application/json",
                        "X-Shopify-Access-Token", token.reveal()),
                JSON.writeValueAsBytes(Map.of("query", ShopifyQueries.ACCESS_SCOPES)));
    }

    private void scopes(Set<String> granted, Instant now) {
        List<String> lacking = new ArrayList<>();
        settings.streams()
                .forEach((stream, how) -> AccessCheck.lacking(
                                stream, granted, how.timing().backfillFrom(), now)
                        .forEach(lacking::add));
        List<String> streams =
                settings.streams().keySet().stream().map(ShopifyStream::plural).toList();
        if (lacking.isEmpty()) {
            found("access-scopes", Outcome.OK, "enough for " + String.join(", ", streams), "");
            return;
        }
        found(
                "access-scopes",
                Outcome.MISSING,
                "the token lacks " + String.join(", ", lacking),
                "grant the app what it lacks, or take streams away, or bring " + ShopifyConfig.BACKFILL_FROM
                        + " within 60 days where read_all_orders is what is missing");
    }

    private void version(HttpAnswer answer, Instant now) {
        String asked = shop.apiVersion();
        String served = answer.headers().firstValue("X-Shopify-API-Version").orElse(asked);
        Instant end = ApiVersions.endOf(asked);
        Duration left = Duration.between(now, end);
        String seen = asked + ", served until " + end + ", " + left.toDays() + " days";
        if (!served.equals(asked)) {
            found(
                    "api-version",
                    Outcome.WARNING,
                    "asked for " + asked + ", served by " + served,
                    "set api.version to one that Shopify serves, and read its release notes");
        } else if (left.compareTo(SHORT_OF_VERSION) < 0) {
            found("api-version", Outcome.WARNING, seen, "take a release that knows a newer version, before that day");
        } else {
            found("api-version", Outcome.OK, seen, "");
        }
    }

    private void quota(JsonNode status) {
        if (!status.hasNonNull("restoreRate")) {
            found("quota", Outcome.WARNING, "the shop does not tell its query points", "");
            return;
        }
        double most = status.path("maximumAvailable").asDouble();
        double left = status.path("currentlyAvailable").asDouble();
        String seen = String.format(
                java.util.Locale.ROOT,
                "%.0f points a second, %.0f of %.0f left",
                status.path("restoreRate").asDouble(),
                left,
                most);
        boolean scarce = left < most / 2;
        found(
                "quota",
                scarce ? Outcome.WARNING : Outcome.OK,
                seen,
                scarce
                        ? "something else uses this app's points in the shop: look what, as reading takes longer for it"
                        : "");
    }

    private void skew(HttpAnswer answer, Instant now) {
        Instant told = answer.date().orElse(null);
        if (told == null) {
            found(
                    "clock",
                    Outcome.MISSING,
                    "the answer has no readable Date",
                    "look whether a proxy takes the header away");
            return;
        }
        Duration skew = Duration.between(told, now);
        boolean large = skew.abs().compareTo(MOST_SKEW) > 0;
        found(
                "clock",
                large ? Outcome.WARNING : Outcome.OK,
                "this machine is " + skew.abs().toSeconds() + " s " + (skew.isNegative() ? "behind" : "ahead of")
                        + " the shop",
                large ? "let this machine's clock be set over the network" : "");
    }

    private List<Finding> failed(String seen, String advice) {
        found("access-token", Outcome.MISSING, seen, advice);
        return findings;
    }

    private void found(String check, Outcome outcome, String seen, String advice) {
        findings.add(new Finding(shop.domain(), check, outcome, seen, advice));
    }
}
