package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record while its parts come in over several answers: connections become arrays. It is whole when
 * nothing is left to ask, and of one piece only when every answer told the same update time.
 */
final class Draft {
    private final String gid;
    private final String recordId;
    private final Instant changedAt;
    private final String updatedAt;
    private final ObjectNode content;
    private final Map<String, ObjectNode> inner = new HashMap<>();
    private final Deque<Drain> left = new ArrayDeque<>();
    private boolean changed;
    private boolean gone;
    private @Nullable Part endless;

    private Draft(String gid, ObjectNode content, String recordId, Instant changedAt) {
        this.gid = gid;
        this.recordId = recordId;
        this.changedAt = changedAt;
        this.content = content;
        this.updatedAt = content.path("updatedAt").asText();
    }

    /**
     * A record that has no parts.
     *
     * @param recordId what it is known by further on, where that is not its number
     * @param changedAt when it last changed, where that is not its own update time
     */
    static Draft whole(String gid, ObjectNode content, String recordId, Instant changedAt) {
        return new Draft(gid, content, recordId, changedAt);
    }

    /** Starts from a record with the first page of each of its parts; the node becomes the draft's own. */
    static Draft of(ObjectNode node, List<Part> parts) {
        String gid = node.path("id").asText();
        Instant updatedAt = Instant.parse(node.path("updatedAt").asText());
        Draft draft = new Draft(gid, node, Gid.number(gid), updatedAt);
        for (Part part : parts) {
            if (part.isPaged()) {
                draft.flatten(part);
            } else {
                draft.list(part);
            }
        }
        draft.askForAllocations();
        return draft;
    }

    String gid() {
        return gid;
    }

    /** What it is known by further on. */
    String recordId() {
        return recordId;
    }

    Instant updatedAt() {
        return Instant.parse(updatedAt);
    }

    /** When the newest of what it says was changed. */
    Instant changedAt() {
        return changedAt;
    }

    /** Takes everything there is to ask for out of the draft. */
    List<Drain> takeAll() {
        List<Drain> all = List.copyOf(left);
        left.clear();
        return all;
    }

    /** Whether nothing is left to ask. */
    boolean isWhole() {
        return left.isEmpty();
    }

    /** Puts back what could not be had this time. */
    void putBack(Drain drain) {
        left.add(drain);
    }

    /** Whether the record was edited between two answers, so that the draft mixes two versions. */
    boolean isChanged() {
        return changed;
    }

    /** Whether the record was deleted between two answers. */
    boolean isGone() {
        return gone;
    }

    /** The part it has more of than Shopify can list, if any. */
    Optional<Part> endless() {
        return Optional.ofNullable(endless);
    }

    /** The record as it goes on, once nothing is left to ask. */
    ObjectNode content() {
        return content;
    }

    /** Takes in the answer to one drain: the record, or what is inside it, that was asked for. */
    void accept(Drain drain, JsonNode owner) {
        if (gone || changed || endless != null) {
            return;
        }
        if (!owner.isObject()) {
            gone = drain.part().isOfRecord();
            changed = !gone;
            left.clear();
            return;
        }
        JsonNode told = owner.has("order") ? owner.path("order").path("updatedAt") : owner.path("updatedAt");
        if (!told.asText().equals(updatedAt)) {
            changed = true;
            left.clear();
            return;
        }
        if (!drain.part().isPaged()) {
            acceptList(drain, owner.path(drain.part().field()));
            return;
        }
        ObjectNode target = inner.getOrDefault(drain.owner(), content);
        JsonNode connection = owner.path(drain.part().field());
        target.withArray(drain.part().field()).addAll((ArrayNode) connection.withArray("nodes"));
        JsonNode page = connection.path("pageInfo");
        if (page.path("hasNextPage").asBoolean()) {
            left.add(drain.next(page.path("endCursor").asText()));
        }
        if (drain.part() == Part.DISCOUNTS) {
            askForAllocations();
        }
    }

    /** What a discount comes to stands with the lines, and is asked for only where the discount itself does not tell it. */
    private void askForAllocations() {
        String field = Part.ALLOCATIONS.field();
        if (content.has(field)) {
            return;
        }
        for (JsonNode discount : content.path(Part.DISCOUNTS.field())) {
            boolean isOfGoods = !discount.path("targetType").asText().equals("SHIPPING_LINE");
            boolean tellsNoAmount = discount.path("value").has("percentage")
                    || discount.path("allocationMethod").asText().equals("EACH");
            if (isOfGoods && tellsNoAmount) {
                content.putArray(field);
                left.add(Drain.first(Part.ALLOCATIONS, gid));
                return;
            }
        }
    }

    private void acceptList(Drain drain, JsonNode list) {
        if (list.size() >= drain.size()) {
            if (drain.size() < Part.MOST) {
                left.add(drain.whole());
            } else {
                endless = drain.part();
                left.clear();
            }
            return;
        }
        ArrayNode array = content.putArray(drain.part().field());
        for (JsonNode node : list) {
            ObjectNode element = (ObjectNode) node;
            array.add(element);
            String id = element.path("id").asText();
            inner.put(id, element);
            for (Part part : drain.part().inside()) {
                element.putArray(part.field());
                left.add(Drain.first(part, id));
            }
        }
    }

    /** A list without pages tells no end: one that may go on behind what the page query asked for is asked for as a whole. */
    private void list(Part part) {
        int told = content.path(part.field()).size();
        if (told > 0 && told < part.wholeInHead()) {
            return;
        }
        content.putArray(part.field());
        if (told > 0) {
            left.add(Drain.first(part, gid));
        }
    }

    private void flatten(Part part) {
        JsonNode connection = content.path(part.field());
        JsonNode page = connection.path("pageInfo");
        if (page.path("hasNextPage").asBoolean()) {
            left.add(Drain.from(part, gid, page.path("endCursor").asText()));
        }
        content.set(part.field(), connection.withArray("nodes"));
    }
}
