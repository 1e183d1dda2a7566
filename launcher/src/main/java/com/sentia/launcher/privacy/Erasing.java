package com.sentia.launcher.privacy;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.ErasureOrigin;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Forgets a person: asks for it on the topic all go by, waits for it, and takes the person out of what nobody writes again. */
public final class Erasing {
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final String TOPIC = TopicSearch.TOPIC;

    private final TopicSearch search;
    private final TableSearch tables;
    private final RawRewrite rewrite;
    private final TopicRecords erasures;
    private final Clock clock;

    /** @param erasures {@link Topics#PRIVACY_ERASURE} */
    public Erasing(TopicSearch search, TableSearch tables, RawRewrite rewrite, TopicRecords erasures, Clock clock) {
        this.search = search;
        this.tables = tables;
        this.rewrite = rewrite;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Does it, telling each step.
     *
     * @param patience how long the running services have for their part
     * @return what a last search still found
     */
    public List<Place> erase(Subject subject, Duration patience, Consumer<String> told, WorkProgress progress)
            throws InterruptedException, SQLException {
        ask(subject);
        told.accept("asked for: every later version goes without the person");
        boolean isApplied = await(patience, () -> standingInCompacted(find(subject, progress)) == 0);
        told.accept(
                isApplied
                        ? "canonical topics: every record stands without the person"
                        : "canonical topics: not done in " + patience.toSeconds()
                                + " s; the normalizer goes on with it when it runs");
        for (Topic topic : keptByTime(find(subject, progress))) {
            RawRewrite.Rewritten done = rewrite.rewrite(topic, subject);
            told.accept(topic.name() + ": " + done.withPerson() + " records had the person; " + done.writtenAgain()
                    + " were written again, the former ones cut off");
        }
        told.accept("dead letters in the database: " + tables.clearDeadLetters(subject) + " cleared");
        boolean areTablesDone = await(patience, () -> tables.find(subject).isEmpty());
        told.accept(areTablesDone ? "tables: none has the person" : "tables: not done yet, see below");
        return find(subject, progress);
    }

    /** Everywhere the person is. */
    public List<Place> find(Subject subject, WorkProgress progress) throws InterruptedException, SQLException {
        return Stream.concat(
                        search.find(subject, (done, all) -> progress.at("searching topics", done, all)).stream(),
                        tables.find(subject).stream())
                .toList();
    }

    /** How many records or rows stand, of all places. */
    public static long standing(List<Place> places) {
        return places.stream().mapToLong(Place::standing).sum();
    }

    private void ask(Subject subject) throws InterruptedException {
        PrivacyErasure erasure = PrivacyErasure.newBuilder()
                .setSource(subject.source())
                .setUnit(subject.unit())
                .setSubject(subject.pseudonym())
                .setOrigin(ErasureOrigin.COMMAND)
                .setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .build();
        try {
            erasures.write(Stream.of(new TopicRecords.Keyed(subject.unit() + "/" + subject.pseudonym(), erasure)));
        } catch (IOException e) {
            throw new LauncherException(e.getMessage() + ": is the stack up? (./sentia status)", e);
        }
    }

    /** Compacted topics, changelogs too: what services write a new version of. */
    private static long standingInCompacted(List<Place> places) {
        return standing(places.stream()
                .filter(place -> place.name().startsWith(TOPIC))
                .filter(place -> topic(place)
                        .filter(topic -> topic.retention().time() != null)
                        .isEmpty())
                .toList());
    }

    private static List<Topic> keptByTime(List<Place> places) {
        return places.stream()
                .flatMap(place -> topic(place).stream())
                .filter(topic -> topic.retention().time() != null)
                .toList();
    }

    private static Optional<Topic> topic(Place place) {
        return place.name().startsWith(TOPIC) ? Topics.named(place.name().substring(TOPIC.length())) : Optional.empty();
    }

    private interface Condition {
        boolean holds() throws InterruptedException, SQLException;
    }

    private static boolean await(Duration patience, Condition condition) throws InterruptedException, SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }
}
