package com.sentia.launcher.connectors;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.database.DeadLetter;
import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import com.sentia.schemas.topics.Topics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Dead letters of a source, as the backfills that read their records again. */
public final class SourceRedrive {
    /** What source connectors call their stage. */
    public static final String STAGE = "connector";

    /** What the webhook gateway calls its own: it sets bodies aside sealed, but what they were about can be read. */
    private static final String GATEWAY = "webhook-gateway";

    private static final String RAW = "raw.";
    /** As many as a feed takes in one signal. */
    private static final int MOST_IDS = 250;

    private final Map<String, List<DeadLetter>> byFeed = new TreeMap<>();

    /**
     * Letters of one unit and entity.
     *
     * @param unit shop, seller and marketplace, tenant or account
     * @param entity kind of record
     * @param letters at most as many as one signal takes
     */
    public record Batch(String unit, String entity, List<DeadLetter> letters) {
        /** The signal that has them read again. */
        public ConnectorSignal signal(String connector, Clock clock) {
            return ConnectorSignal.newBuilder()
                    .setId(UUID.randomUUID().toString())
                    .setConnector(connector)
                    .setKind(SignalKind.BACKFILL)
                    .setUnit(unit)
                    .setEntity(entity)
                    .setIds(letters.stream()
                            .map(SourceRedrive::recordId)
                            .distinct()
                            .toList())
                    .setRequestedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .build();
        }
    }

    /** @throws LauncherException naming a letter that no record of the connector's vendor stands behind */
    public SourceRedrive(String connector, List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            whyNot(letter).ifPresent(why -> {
                throw new LauncherException(letter.id() + " is no record " + connector + " could read again: " + why);
            });
            String unit = letter.keyText().substring(0, letter.keyText().lastIndexOf('/'));
            String entity = letter.sourceTopic().substring(letter.sourceTopic().lastIndexOf('.') + 1);
            byFeed.computeIfAbsent(unit + "/" + entity, feed -> new ArrayList<>())
                    .add(letter);
        }
    }

    /** What to send, one after the other. */
    public List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        byFeed.forEach((feed, letters) -> {
            int end = feed.lastIndexOf('/');
            for (int from = 0; from < letters.size(); from += MOST_IDS) {
                List<DeadLetter> some = letters.subList(from, Math.min(letters.size(), from + MOST_IDS));
                batches.add(new Batch(feed.substring(0, end), feed.substring(end + 1), List.copyOf(some)));
            }
        });
        return batches;
    }

    /** Why no connector can read again what a letter is about; empty when one can. */
    private static Optional<String> whyNot(DeadLetter letter) {
        boolean isOfGateway = letter.stage().equals(GATEWAY);
        if (!(letter.stage().equals(STAGE) || isOfGateway)
                || !letter.sourceTopic().startsWith(RAW)) {
            return Optional.of("sentia dead-letters redrive it");
        }
        if (letter.sourceTopic().equals(Topics.RAW_HOOK_EVENT.name())) {
            return Optional.of("only its sender has it, and has to send it again");
        }
        if (recordId(letter).matches("\\d+")) {
            return Optional.empty();
        }
        return Optional.of(
                isOfGateway
                        ? "the webhook does not tell what it was about; the next poll reads it"
                        : "its feed asks for that answer anew by itself");
    }

    private static String recordId(DeadLetter letter) {
        return letter.keyText().substring(letter.keyText().lastIndexOf('/') + 1);
    }
}
