package com.sentia.launcher.status;

import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.List;

/** One stretch of an order's way, with the topics at its end. */
public enum Hop {
    RAW("raw", List.of(Topics.RAW_SHOPIFY_ORDER)),
    CANONICAL("canonical", List.of(Topics.SALES_ORDER, Topics.SALES_REFUND)),
    VALUES("kpi values", List.of(Topics.KPI_VALUE)),
    REJECTED(
            "rejected",
            Topics.ALL.stream()
                    .filter(topic -> topic.name().endsWith(".rejected"))
                    .toList());

    /** A reader that has read all may stand before the last transaction marker of each partition. */
    public static final long ONLY_MARKERS = 16;

    private final String title;
    // Stream.toList is immutable; its type can't say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> topics;

    Hop(String title, List<Topic> topics) {
        this.title = title;
        this.topics = topics.stream().map(Topic::name).toList();
    }

    public String title() {
        return title;
    }

    public List<String> topics() {
        return topics;
    }

    /** Every topic of the catalogue. */
    public static List<String> allTopics() {
        return Topics.ALL.stream().map(Topic::name).toList();
    }
}
