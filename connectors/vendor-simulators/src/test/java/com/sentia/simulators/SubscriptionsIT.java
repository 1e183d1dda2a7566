package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.EU;
import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.RunningSimulator.USA;
import static com.sentia.simulators.RunningSimulator.await;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops that tell only those who subscribed, and what was deleted. */
class SubscriptionsIT {
    private static final String LIST = "{webhookSubscriptions(first: 50) {nodes {id topic uri}}}";

    @TempDir
    Path folder;

    private final Subscriber subscriber = new Subscriber();

    @SuppressWarnings("NullAway.Init") // started before each test
    private RunningSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        Path data = Retail.file(
                folder,
                line("1", "A", 1, "08:00:00", "1"),
                line("2", "A", 2, "09:00:00", "1"),
                line("3", "A", 3, "10:30:00", "1"),
                line("5", "A", 5, "12:40:00", "1"));
        Files.writeString(folder.resolve("secret"), "whsec_simulated");
        simulator = RunningSimulator.start(
                data,
                folder.resolve("state"),
                Map.of(
                        "history.share", "0.2",
                        "clock.mode", "drain",
                        "clock.run-past", "30d",
                        "webhooks.url", "http://127.0.0.1:1/nobody",
                        "webhooks.secret-file", folder.resolve("secret").toString(),
                        "webhooks.lost-percent", "0",
                        "webhooks.doubled-percent", "0",
                        "webhooks.late-percent", "0",
                        "webhooks.subscribed-only", "true",
                        "deleted-percent", "100"));
    }

    @AfterEach
    void stop() {
        simulator.close();
        subscriber.close();
    }

    @Test
    void tellNothingButWhatIsSubscribedTo() {
        subscribe("ORDERS_DELETE");
        readUntil("all is deleted", () -> subscriber.all().size() == 4);

        assertThat(subscriber.all())
                .extracting(told -> told.header("X-Shopify-Topic"))
                .containsOnly("orders/delete");
        assertThat(events())
                .extracting(event -> event.path("subjectId").asText())
                .containsExactlyInAnyOrder(
                        "gid://shopify/Order/1",
                        "gid://shopify/Order/2",
                        "gid://shopify/Order/3",
                        "gid://shopify/Order/5");
    }

    @Test
    void endAfterEightFailuresInARow() {
        subscriber.refuse(1000);
        subscribe("ORDERS_CREATE");
        subscribe("PRODUCTS_DELETE");
        readUntil("one of them ends", () -> subscriptions().size() == 1);

        assertThat(subscriptions().path(0).path("topic").asText()).isEqualTo("PRODUCTS_DELETE");
    }

    @Test
    void areTakenOnceAndCanBeRemoved() {
        String id = subscribe("ORDERS_CREATE")
                .path("webhookSubscription")
                .path("id")
                .asText();
        assertThat(subscribe("ORDERS_CREATE")
                        .path("userErrors")
                        .path(0)
                        .path("message")
                        .asText())
                .contains("already been taken");

        simulator.query(
                UK,
                "mutation($id: ID!) {webhookSubscriptionDelete(id: $id) {deletedWebhookSubscriptionId}}",
                Map.of("id", id));
        assertThat(subscriptions()).isEmpty();
    }

    private JsonNode subscribe(String topic) {
        return simulator
                .query(
                        UK,
                        "mutation($topic: WebhookSubscriptionTopic!, $uri: String!) {webhookSubscriptionCreate(topic:"
                                + " $topic, webhookSubscription: {uri: $uri}) {webhookSubscription {id} userErrors {message}}}",
                        Map.of("topic", topic, "uri", subscriber.url()))
                .at("/data/webhookSubscriptionCreate");
    }

    private JsonNode subscriptions() {
        return simulator.query(UK, LIST).at("/data/webhookSubscriptions/nodes");
    }

    private JsonNode events() {
        return simulator
                .query(
                        UK,
                        "{events(first: 50, query: \"action:destroy AND subject_type:ORDER\") {nodes {id createdAt"
                                + " ... on BasicEvent {subjectId subjectType}}}}")
                .at("/data/events/nodes");
    }

    private void readUntil(String what, BooleanSupplier condition) {
        await(what, () -> {
            List.of(UK, EU, USA).forEach(simulator::readToEnd);
            return condition.getAsBoolean();
        });
    }
}
