package com.sentia.launcher.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.NoticeKind;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends signals to running connectors and waits for their feeds' answers. */
public final class Signals {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MS = 250;
    private static final Set<NoticeKind> ANSWERS = Set.of(NoticeKind.SIGNAL_ACCEPTED, NoticeKind.SIGNAL_REFUSED);

    private final ConnectRest connect;
    private final TopicRecords topic;
    private final NoticeLog notices;

    public Signals(ConnectRest connect, String servers, URI registry) {
        this.connect = connect;
        this.topic = new TopicRecords(Topics.CONNECTOR_SIGNAL, servers, registry);
        this.notices = new NoticeLog(servers, registry);
    }

    /**
     * What came of a signal.
     *
     * @param answers by the name of the feed that gave them
     * @param silent names of the feeds that did not answer in time; they will act on it when they run
     */
    public record Outcome(Map<String, ConnectorNotice> answers, List<String> silent) {
        /** Whether every feed does as it was told. */
        public boolean isAccepted() {
            return silent.isEmpty()
                    && answers.values().stream().allMatch(answer -> answer.getKind() == NoticeKind.SIGNAL_ACCEPTED);
        }
    }

    /**
     * Sends it.
     *
     * @throws LauncherException when no running feed would hear it
     */
    public Outcome send(ConnectorSignal signal) throws InterruptedException {
        String connector = signal.getConnector();
        List<Feed> addressed = addressed(signal);
        requireRunning(connector);
        try {
            topic.write(Stream.of(new TopicRecords.Keyed(connector, signal)));
        } catch (IOException e) {
            throw new LauncherException(e.getMessage() + ": is the stack up? (./sentia status)", e);
        }
        return await(signal, addressed);
    }

    private Outcome await(ConnectorSignal signal, List<Feed> addressed) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, ConnectorNotice> answers = new TreeMap<>();
            notices.answering(signal.getConnector(), signal.getId()).stream()
                    .filter(notice -> ANSWERS.contains(notice.getKind()))
                    .forEach(notice -> answers.put(notice.getUnit() + "/" + notice.getEntity(), notice));
            List<String> silent = addressed.stream()
                    .map(Feed::name)
                    .filter(name -> !answers.containsKey(name))
                    .toList();
            if (silent.isEmpty() || System.nanoTime() > deadline) {
                return new Outcome(answers, silent);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private List<Feed> addressed(ConnectorSignal signal) {
        String connector = signal.getConnector();
        List<Feed> hearing = Feed.of(connect.offsets(connector)).stream()
                .filter(Feed::hearsSignals)
                .toList();
        if (hearing.isEmpty()) {
            throw new LauncherException("no feed of " + connector
                    + " hears signals yet: its tasks must have run with signal.bootstrap.servers set");
        }
        List<Feed> addressed = hearing.stream()
                .filter(feed -> matches(signal.getUnit(), feed.unit()) && matches(signal.getEntity(), feed.entity()))
                .toList();
        if (addressed.isEmpty()) {
            throw new LauncherException(connector + " has no such feed: choose from "
                    + hearing.stream().map(Feed::name).collect(Collectors.joining(", ")));
        }
        return addressed;
    }

    private static boolean matches(@Nullable String wanted, String has) {
        return wanted == null || wanted.equals(has);
    }

    private void requireRunning(String connector) {
        JsonNode state = connect.status(connector).path("connector").path("state");
        if (!state.asText().equals("RUNNING")) {
            throw new LauncherException("connector " + connector + " is " + state.asText()
                    + " as a whole and hears nothing: sentia connector resume " + connector);
        }
    }
}
