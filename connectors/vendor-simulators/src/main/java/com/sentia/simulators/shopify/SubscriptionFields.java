package com.sentia.simulators.shopify;

import com.sentia.simulators.shopify.Subscriptions.Subscription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of webhook subscriptions, and what adds and removes them. */
final class SubscriptionFields {
    /** The answer to adding one. */
    record Created(@Nullable Subscription subscription, List<MutationFields.UserError> problems) {}

    /** The answer to removing one. */
    record Deleted(@Nullable String id, List<MutationFields.UserError> problems) {}

    private SubscriptionFields() {}

    static ObjectType<Subscription> subscription() {
        return ObjectType.of(Subscription.class, "WebhookSubscription")
                .with("id", one -> Gid.of("WebhookSubscription", one.id()))
                .with("legacyResourceId", one -> Long.toString(one.id()))
                .with("topic", Subscription::topic)
                .with("uri", Subscription::uri)
                .with("callbackUrl", Subscription::uri)
                .with("createdAt", one -> OrderFields.time(one.createdAt()))
                .with("updatedAt", one -> OrderFields.time(one.createdAt()))
                .always("JSON", "format")
                .always(null, "filter", "name")
                .always(List.of(), "includeFields", "metafieldNamespaces", "metafields");
    }

    static ObjectType<Created> created() {
        return ObjectType.of(Created.class, "WebhookSubscriptionCreatePayload")
                .with("webhookSubscription", Created::subscription)
                .with("userErrors", Created::problems);
    }

    static ObjectType<Deleted> deleted() {
        return ObjectType.of(Deleted.class, "WebhookSubscriptionDeletePayload")
                .with("deletedWebhookSubscriptionId", Deleted::id)
                .with("userErrors", Deleted::problems);
    }

    static Connection all(Map<String, Object> arguments, Moment moment) {
        return Connection.of(
                moment.app().subscriptions().all(), one -> new Cursor(0, one.id()), PageRequest.of(arguments));
    }

    static Created create(Map<String, Object> arguments, Moment moment) {
        Map<?, ?> input = arguments.get("webhookSubscription") instanceof Map<?, ?> given ? given : Map.of();
        Object uri = input.get("uri") == null ? input.get("callbackUrl") : input.get("uri");
        if (uri == null || !uri.toString().matches("https?://.+")) {
            return new Created(null, List.of(problem("uri", "Address is invalid")));
        }
        return moment.app()
                .subscriptions()
                .add(String.valueOf(arguments.get("topic")), uri.toString(), moment.second())
                .map(added -> new Created(added, List.of()))
                .orElseGet(() ->
                        new Created(null, List.of(problem("uri", "Address for this topic has already been taken"))));
    }

    static Deleted delete(Map<String, Object> arguments, Moment moment) {
        Gid id = Gid.parse(String.valueOf(arguments.get("id")));
        return moment.app().subscriptions().remove(id.number())
                ? new Deleted(Gid.of("WebhookSubscription", id.number()), List.of())
                : new Deleted(null, List.of(problem("id", "Webhook subscription does not exist")));
    }

    private static MutationFields.UserError problem(String field, String message) {
        return new MutationFields.UserError(List.of("webhookSubscription", field), message);
    }
}
