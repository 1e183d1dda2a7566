package com.sentia.launcher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.status.Table;
import com.sentia.launcher.status.Words;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one connector stands, in words.
 *
 * @param name the connector's
 * @param status Connect's answer on connector and tasks
 * @param feeds its feeds
 * @param notices what it told, oldest first
 */
public record ConnectorReport(String name, JsonNode status, List<Feed> feeds, List<ConnectorNotice> notices) {
    private static final int LONGEST_NOTICE = 90;
    private static final int LONGEST_REASON = 300;
    private static final String RUNNING = "RUNNING";

    /** Gathers it. */
    public ConnectorReport {
        feeds = List.copyOf(feeds);
        notices = List.copyOf(notices);
    }

    /** From what Connect and the topic of notices say. */
    public static ConnectorReport of(String name, JsonNode status, JsonNode offsets, List<ConnectorNotice> notices) {
        return new ConnectorReport(name, status, Feed.of(offsets), notices);
    }

    /** Whether connector and all tasks run, and no feed is refused by its vendor. */
    public boolean isWell() {
        boolean tasks = status.path("tasks").size() > 0;
        for (JsonNode task : status.path("tasks")) {
            tasks &= task.path("state").asText().equals(RUNNING);
        }
        return tasks
                && connectorState().equals(RUNNING)
                && feeds.stream().noneMatch(feed -> feed.state().equals("stopped"));
    }

    /** The whole of it, lines with their ends. */
    public String text(Clock clock) {
        StringBuilder text = new StringBuilder();
        text.append(name).append(": ").append(connectorState().toLowerCase(Locale.ROOT));
        text.append(", ").append(tasksText()).append('\n');
        failure(text, "connector", status.path("connector"));
        for (JsonNode task : status.path("tasks")) {
            failure(text, "task " + task.path("id").asText(), task);
        }
        if (feeds.isEmpty()) {
            return text.append("no feed has an offset yet\n")
                    .append(notOfAFeed())
                    .toString();
        }
        Table table = new Table("unit", "entity", "state", "complete to", "lag", "backfill", "last notice");
        Instant now = clock.instant();
        for (Feed feed : feeds) {
            table.row(
                    feed.unit(),
                    feed.entity(),
                    stateOf(feed),
                    feed.completeTo().map(Object::toString).orElse("-"),
                    feed.completeTo()
                            .map(to -> Words.duration(Duration.between(to, now)))
                            .orElse("-"),
                    feed.backfill(),
                    lastNotice(feed));
        }
        return text.append(table.text()).append(notOfAFeed()).toString();
    }

    /** What was told last of none of its feeds, in a line. */
    private String notOfAFeed() {
        return notices.stream()
                .filter(notice -> feeds.stream().noneMatch(feed -> isOf(notice, feed)))
                .reduce((earlier, later) -> later)
                .map(last -> last.getEntity() + ": " + text(last) + "\n")
                .orElse("");
    }

    private static boolean isOf(ConnectorNotice notice, Feed feed) {
        return notice.getUnit().equals(feed.unit()) && notice.getEntity().equals(feed.entity());
    }

    private String stateOf(Feed feed) {
        return connectorState().equals(RUNNING)
                ? feed.state()
                : "connector " + connectorState().toLowerCase(Locale.ROOT);
    }

    private String connectorState() {
        return status.path("connector").path("state").asText("UNKNOWN");
    }

    private String tasksText() {
        int running = 0;
        for (JsonNode task : status.path("tasks")) {
            running += task.path("state").asText().equals(RUNNING) ? 1 : 0;
        }
        int all = status.path("tasks").size();
        return all == 0 ? "no tasks" : running + " of " + Words.count(all, "task") + (running == 1 ? " runs" : " run");
    }

    private static void failure(StringBuilder text, String part, JsonNode node) {
        if (node.path("state").asText().equals("FAILED")) {
            String reason = node.path("trace").asText().lines().findFirst().orElse("no reason given");
            text.append("  ")
                    .append(part)
                    .append(" failed: ")
                    .append(reason, 0, Math.min(reason.length(), LONGEST_REASON))
                    .append('\n');
        }
    }

    private String lastNotice(Feed feed) {
        Optional<ConnectorNotice> last =
                notices.stream().filter(notice -> isOf(notice, feed)).reduce((earlier, later) -> later);
        return last.map(ConnectorReport::text).orElse("-");
    }

    /** A notice in a line. */
    public static String text(ConnectorNotice notice) {
        String text =
                Words.minute(Optional.of(notice.getAt())) + " " + kind(notice.getKind()) + ": " + notice.getDetail();
        return text.length() <= LONGEST_NOTICE ? text : text.substring(0, LONGEST_NOTICE - 3) + "...";
    }

    static String kind(NoticeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
