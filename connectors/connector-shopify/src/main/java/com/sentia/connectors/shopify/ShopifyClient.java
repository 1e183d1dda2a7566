package com.sentia.connectors.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.HttpAnswer;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.RateBudget;
import com.sentia.connectors.kit.Sleeper;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.tokens.AccessTokens;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Talks GraphQL to one shop: a query in, its answer or the class of its failure out. Paces itself by the shop's own status. */
final class ShopifyClient {
    private static final Logger LOG = LoggerFactory.getLogger(ShopifyClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHORIZED = 401;
    private static final int THROTTLED_TRIES = 30;
    private static final Duration LONGEST_THROTTLED_WAIT = Duration.ofSeconds(2);

    private final Shop shop;
    private final int tries;
    private final HttpExchange http;
    private final AccessTokens tokens;
    private final RateBudget budget;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final Redaction redaction;
    private final ServedVersion version;

    /** @param tries how often at most a question is put at once; what lasts longer is left to the rotation */
    ShopifyClient(
            Shop shop,
            int tries,
            HttpExchange http,
            AccessTokens tokens,
            RateBudget budget,
            Backoff backoff,
            Sleeper sleeper,
            Redaction redaction,
            ServedVersion version) {
        this.shop = shop;
        this.tries = tries;
        this.http = http;
        this.tokens = tokens;
        this.budget = budget;
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.redaction = redaction;
        this.version = version;
    }

    static ObjectNode variables() {
        return JSON.createObjectNode();
    }

    /**
     * Asks, waiting for points before and trying again where a failure may pass at once.
     *
     * @param cost points Shopify will ask for, by its published rule
     */
    GraphQlAnswer ask(String query, ObjectNode variables, int cost) throws SourceException {
        byte[] body = body(query, variables);
        for (int attempt = 1; ; attempt++) {
            try {
                return askThrottled(body, cost);
            } catch (SourceException.Retry e) {
                if (attempt == tries) {
                    throw e;
                }
                Duration wait = backoff.before(attempt);
                LOG.info(
                        "event=request-retried shop={} attempt={} wait_ms={} why=\"{}\"",
                        shop.domain(),
                        attempt,
                        wait.toMillis(),
                        e.getMessage());
                sleeper.sleep(wait);
            }
        }
    }

    private GraphQlAnswer askThrottled(byte[] body, int cost) throws SourceException {
        for (int attempt = 1; attempt <= THROTTLED_TRIES; attempt++) {
            budget.take(cost);
            HttpAnswer answer = post(body);
            HttpFailures.check(answer);
            JsonNode json = parse(answer);
            tell(json);
            JsonNode errors = json.path("errors");
            if (!GraphQlErrors.isThrottled(errors)) {
                version.hear(answer);
                Instant date = answer.date()
                        .orElseThrow(() -> new SourceException.Retry("answer without a readable Date header", null));
                List<GraphQlAnswer.PathError> places = GraphQlErrors.atPlaces(errors);
                return new GraphQlAnswer(json.path("data"), places, date);
            }
            Duration wait = throttledWait(json, cost);
            LOG.debug("event=throttled shop={} wait_ms={}", shop.domain(), wait.toMillis());
            sleeper.sleep(wait);
        }
        throw new SourceException.Wait(Duration.ofSeconds(30), "throttled again and again");
    }

    /** A token that is refused may have ended before its time, or another worker's renewal ended it: a new one is tried, once. */
    private HttpAnswer post(byte[] body) throws SourceException {
        Secret token = tokens.current();
        HttpAnswer answer = http.post(shop.endpoint(), headers(token), body);
        return answer.status() == UNAUTHORIZED && tokens.refused(token)
                ? http.post(shop.endpoint(), headers(tokens.current()), body)
                : answer;
    }

    /** By the status told; never long, as asking too early costs nothing and the shop's clock may run faster than ours. */
    private Duration throttledWait(JsonNode json, int cost) {
        double asked =
                json.path("extensions").path("cost").path("requestedQueryCost").asDouble(cost);
        Duration wait = budget.timeUntil(asked).plusMillis(10);
        return wait.compareTo(LONGEST_THROTTLED_WAIT) < 0 ? wait : LONGEST_THROTTLED_WAIT;
    }

    private void tell(JsonNode json) {
        JsonNode cost = json.path("extensions").path("cost");
        JsonNode status = cost.path("throttleStatus");
        if (status.hasNonNull("currentlyAvailable")) {
            budget.tell(
                    status.path("currentlyAvailable").asDouble(),
                    status.path("maximumAvailable").asDouble(),
                    status.path("restoreRate").asDouble(),
                    cost.path("actualQueryCost").asDouble(0));
        }
    }

    private JsonNode parse(HttpAnswer answer) throws SourceException.SetAside {
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json.isObject() && (json.has("data") || json.path("errors").isArray())) {
                return json;
            }
            throw malformed(answer, "the answer is no GraphQL answer");
        } catch (JsonProcessingException e) {
            throw malformed(answer, "the answer is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed(answer, "the answer is unreadable");
        }
    }

    private SourceException.SetAside malformed(HttpAnswer answer, String message) {
        return new SourceException.SetAside("malformed-answer", message, redaction.of(answer.body()));
    }

    private static Map<String, String> headers(Secret token) {
        return Map.of(
                "Content-Type", "application/json",
                "Accept", "application/json",
                "X-Shopify-Access-Token", token.reveal());
    }

    private static byte[] body(String query, ObjectNode variables) {
        try {
            ObjectNode body = JSON.createObjectNode().put("query", query).set("variables", variables);
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
