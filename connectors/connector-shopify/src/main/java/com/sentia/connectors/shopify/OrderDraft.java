package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An order while its parts come in over several answers: connections become arrays, the customer a pseudonym. It is whole when
 * nothing is left to ask, and of one piece only when every answer told the same update time.
 */
final class OrderDraft {
    private final String gid;
    private final String updatedAt;
    private final ObjectNode order;
    private final Map<String, ObjectNode> refunds = new HashMap<>();
    private final Deque<Drain> left = new ArrayDeque<>();
    private boolean changed;
    private boolean gone;
    private boolean tooManyRefunds;

    private OrderDraft(ObjectNode order) {
        this.order = order;
        this.gid = order.path("id").asText();
        this.updatedAt = order.path("updatedAt").asText();
    }

    /** Starts from an order as the page query gives it; the node becomes the draft's own. */
    static OrderDraft of(ObjectNode node, Redaction redaction) {
        OrderDraft draft = new OrderDraft(node);
        JsonNode customer = node.remove("customer");
        String customerId = customer == null ? "" : customer.path("id").asText("");
        if (customerId.isEmpty()) {
            node.set("customerKey", NullNode.getInstance());
        } else {
            node.put("customerKey", redaction.customerKey(customerId));
        }
        draft.flatten(Part.LINES);
        draft.flatten(Part.SHIPPING_LINES);
        draft.flatten(Part.DISCOUNTS);
        boolean hasRefunds = !node.path(Part.REFUNDS.field()).isEmpty();
        node.putArray(Part.REFUNDS.field());
        if (hasRefunds) {
            draft.left.add(Drain.first(Part.REFUNDS, draft.gid));
        }
        return draft;
    }

    String gid() {
        return gid;
    }

    Instant updatedAt() {
        return Instant.parse(updatedAt);
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

    /** Whether the order was edited between two answers, so that the draft mixes two versions. */
    boolean isChanged() {
        return changed;
    }

    /** Whether the order was deleted between two answers. */
    boolean isGone() {
        return gone;
    }

    /** Whether it has more refunds than Shopify can list. */
    boolean hasTooManyRefunds() {
        return tooManyRefunds;
    }

    /** The order as it goes on, once nothing is left to ask. */
    ObjectNode content() {
        return order;
    }

    /** Takes in the answer to one drain: the order or refund node that was asked for. */
    void accept(Drain drain, JsonNode owner) {
        if (gone || changed || tooManyRefunds) {
            return;
        }
        if (!owner.isObject()) {
            gone = drain.part().isOfOrder();
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
        if (drain.part() == Part.REFUNDS) {
            acceptRefunds(drain, owner.path(Part.REFUNDS.field()));
            return;
        }
        ObjectNode target = refunds.getOrDefault(drain.owner(), order);
        JsonNode connection = owner.path(drain.part().field());
        target.withArray(drain.part().field()).addAll((ArrayNode) connection.withArray("nodes"));
        JsonNode page = connection.path("pageInfo");
        if (page.path("hasNextPage").asBoolean()) {
            left.add(drain.next(page.path("endCursor").asText()));
        }
    }

    private void acceptRefunds(Drain drain, JsonNode list) {
        if (list.size() >= drain.size()) {
            if (drain.size() < Part.MOST) {
                left.add(drain.whole());
            } else {
                tooManyRefunds = true;
                left.clear();
            }
            return;
        }
        ArrayNode array = order.putArray(Part.REFUNDS.field());
        for (JsonNode node : list) {
            ObjectNode refund = (ObjectNode) node;
            array.add(refund);
            String id = refund.path("id").asText();
            refunds.put(id, refund);
            for (Part part : new Part[] {Part.REFUND_LINES, Part.REFUND_ADJUSTMENTS, Part.REFUND_SHIPPING}) {
                refund.putArray(part.field());
                left.add(Drain.first(part, id));
            }
        }
    }

    private void flatten(Part part) {
        JsonNode connection = order.path(part.field());
        JsonNode page = connection.path("pageInfo");
        if (page.path("hasNextPage").asBoolean()) {
            left.add(Drain.from(part, gid, page.path("endCursor").asText()));
        }
        order.set(part.field(), connection.withArray("nodes"));
    }
}
