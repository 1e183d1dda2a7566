package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.kit.SourceUnit;
import com.sentia.connectors.kit.UnitFeed;
import com.sentia.connectors.kit.control.FeedControl;
import com.sentia.connectors.kit.control.Notice;
import com.sentia.schemas.NoticeKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that a shop tells its webhooks: what is missing is subscribed to, as Shopify removes what it could not deliver for long. */
final class WebhookSubscriptions implements UnitFeed {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSubscriptions.class);
    private static final String ENTITY = "webhook_subscription";
    private static final String LIST = ShopifyQueries.named("webhook-subscriptions");
    private static final String SUBSCRIBE = ShopifyQueries.named("webhook-subscribe");
    private static final int PAGE = 100;
    private static final int COST = 10;
    private static final String TAKEN = "already been taken";

    private final ShopifyClient client;
    private final SourceUnit unit;
    private final URI callback;
    private final Set<String> wanted;
    private final FeedControl teller;
    private final Duration interval;
    private final Set<String> seen = new TreeSet<>();

    /**
     * @param wanted topics, by Shopify's constants
     * @param teller tells of it
     */
    WebhookSubscriptions(
            ShopifyClient client,
            String shop,
            URI callback,
            Set<String> wanted,
            FeedControl teller,
            Duration interval) {
        this.client = client;
        this.unit = new SourceUnit(ShopifyStream.VENDOR, shop, ENTITY);
        this.callback = callback;
        this.wanted = Set.copyOf(wanted);
        this.teller = teller;
        this.interval = interval;
    }

    @Override
    public SourceUnit unit() {
        return unit;
    }

    @Override
    public List<SourceRecord> read() throws SourceException {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present());
        for (String topic : missing) {
            subscribe(topic);
        }
        Set<String> removed = new TreeSet<>(missing);
        removed.retainAll(seen);
        seen.addAll(wanted);
        if (missing.isEmpty()) {
            return List.of();
        }
        LOG.info("event=webhooks-subscribed unit={} topics={} removed={}", unit, missing, removed);
        String detail = removed.isEmpty()
                ? "subscribed to " + String.join(", ", missing)
                : "subscribed anew to what Shopify had removed: " + String.join(", ", removed);
        return teller.tell(new Notice(
                NoticeKind.WEBHOOKS_SUBSCRIBED,
                null,
                detail,
                Map.of("subscribed", (long) missing.size(), "removed", (long) removed.size())));
    }

    private Set<String> present() throws SourceException {
        Set<String> topics = new TreeSet<>();
        String token = null;
        do {
            ObjectNode variables = ShopifyClient.variables().put("first", PAGE).put("after", token);
            GraphQlAnswer answer = client.ask(LIST, variables, PAGE + 2);
            JsonNode list = connection(answer);
            for (JsonNode one : list.path("nodes")) {
                if (one.path("uri").asText().equals(callback.toString())) {
                    topics.add(one.path("topic").asText());
                }
            }
            token = next(list.path("pageInfo"));
        } while (token != null);
        return topics;
    }

    private static JsonNode connection(GraphQlAnswer answer) throws SourceException {
        JsonNode list = answer.data().path("webhookSubscriptions");
        if (!list.isObject()) {
            throw new SourceException.Retry("Shopify can't list its webhook subscriptions", null);
        }
        return list;
    }

    private static @Nullable String next(JsonNode page) {
        return page.path("hasNextPage").asBoolean() ? page.path("endCursor").asText() : null;
    }

    private void subscribe(String topic) throws SourceException {
        ObjectNode variables = ShopifyClient.variables().put("topic", topic).put("uri", callback.toString());
        GraphQlAnswer answer = client.ask(SUBSCRIBE, variables, COST);
        JsonNode payload = answer.data().path("webhookSubscriptionCreate");
        String problem = payload.path("userErrors").path(0).path("message").asText("");
        if (!payload.isObject() || (!problem.isEmpty() && !problem.contains(TAKEN))) {
            throw new SourceException.StopUnit("Shopify takes no subscription to " + topic + " at "
                    + UpkeepConfig.WEBHOOKS_CALLBACK_URL + ": " + ErrorText.of(problem));
        }
    }

    @Override
    public Duration pause() {
        return interval;
    }

    @Override
    public List<SourceRecord> heartbeat(Instant now) {
        // It reads nothing that could be complete.
        return List.of();
    }

    @Override
    public List<SourceRecord> setAside(SourceException.SetAside problem) {
        // The answer is asked for again until it can be read.
        return List.of();
    }
}
