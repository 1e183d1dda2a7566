package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads as many pages as make a step worth handing on, leaving out records that are known in the state they are in. */
final class Gathering {
    /** Slow shops hand on what there is, so that stopping and heartbeats don't wait for a full step. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final PageReader pages;
    private final SeenRecords seen;
    private final Function<ObjectNode, Draft> drafting;
    private final Clock clock;
    private final int enough;

    Gathering(PageReader pages, SeenRecords seen, Function<ObjectNode, Draft> drafting, Clock clock, int enough) {
        this.pages = pages;
        this.seen = seen;
        this.drafting = drafting;
        this.clock = clock;
        this.enough = enough;
    }

    /** Reads on in what a search finds, from its start when there is no position. */
    Gathered gather(String search, @Nullable String from) throws SourceException {
        Instant deadline = clock.instant().plus(LONGEST);
        List<Draft> drafts = new ArrayList<>();
        List<String> toFetch = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Instant newestAt = null;
        int atNewest = 0;
        String token = from;
        while (true) {
            boolean first = token == null;
            Optional<Page> readable = pages.read(search, token, first);
            Page page = readable.isPresent() ? readable.get() : pages.readIds(search, token);
            for (ObjectNode record : page.records()) {
                String gid = record.path("id").asText();
                Instant at = Instant.parse(record.path("updatedAt").asText());
                atNewest = at.equals(newestAt) ? atNewest + 1 : 1;
                newestAt = at;
                ids.add(gid);
                if (seen.isSettled(gid, newestAt)) {
                    continue;
                }
                if (readable.isPresent()) {
                    drafts.add(drafting.apply(record));
                } else {
                    toFetch.add(gid);
                }
            }
            token = page.token();
            boolean many = drafts.size() + toFetch.size() >= enough;
            if (token == null || many || clock.instant().isAfter(deadline)) {
                OptionalLong count = first && token == null ? page.count() : OptionalLong.empty();
                String newestId = ids.isEmpty() ? "" : ids.get(ids.size() - 1);
                return new Gathered(drafts, toFetch, ids, newestAt, atNewest, newestId, token, count, page.date());
            }
        }
    }
}
