package com.sentia.simulators.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an app wants to be told of in one shop, and where. Safe for use by many threads. */
final class Subscriptions {
    /** Shopify takes a subscription away after so many failures in a row. */
    private static final int MOST_FAILURES = 8;

    /**
     * One kind of event, told to one address.
     *
     * @param topic Shopify's constant, such as ORDERS_CREATE
     * @param createdAt epoch second
     */
    record Subscription(long id, String topic, String uri, long createdAt) {}

    private static final class Standing {
        private final Subscription subscription;
        private int failures;

        Standing(Subscription subscription) {
            this.subscription = subscription;
        }
    }

    private final List<Standing> standing = new ArrayList<>();
    private long lastId;

    /** Adds one; nothing when the address is told of the topic already. */
    synchronized Optional<Subscription> add(String topic, String uri, long second) {
        boolean taken = standing.stream()
                .map(one -> one.subscription)
                .anyMatch(one -> one.topic().equals(topic) && one.uri().equals(uri));
        if (taken) {
            return Optional.empty();
        }
        Subscription added = new Subscription(++lastId, topic, uri, second);
        standing.add(new Standing(added));
        return Optional.of(added);
    }

    /** Whether there was one to take away. */
    synchronized boolean remove(long id) {
        return standing.removeIf(one -> one.subscription.id() == id);
    }

    synchronized List<Subscription> all() {
        return standing.stream().map(one -> one.subscription).toList();
    }

    /** Those for a topic in the form of the header, such as orders/create. */
    List<Subscription> of(String header) {
        String topic = header.replace('/', '_').toUpperCase(Locale.ROOT);
        return all().stream().filter(one -> one.topic().equals(topic)).toList();
    }

    /** Hears how a try to tell one went. */
    synchronized void tried(long id, boolean taken) {
        for (Standing one : standing) {
            if (one.subscription.id() == id) {
                one.failures = taken ? 0 : one.failures + 1;
            }
        }
        standing.removeIf(one -> one.failures >= MOST_FAILURES);
    }
}
