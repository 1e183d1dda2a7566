package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.Sleeper;
import com.sentia.connectors.kit.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what the page query left out until every record is whole and of one version, many questions to a query. */
final class Completion {
    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int TRIES = 3;

    private final ShopifyClient client;
    private final ShopifyStream stream;
    private final Function<ObjectNode, Draft> drafting;
    private final UnaryOperator<String> naming;
    private final int items;
    private final Backoff backoff;
    private final Sleeper sleeper;

    /** @param naming what a global id is called in logs, errors and dead letters, where a person's may not stand */
    Completion(
            ShopifyClient client,
            ShopifyStream stream,
            Function<ObjectNode, Draft> drafting,
            UnaryOperator<String> naming,
            int items,
            Backoff backoff,
            Sleeper sleeper) {
        this.client = client;
        this.stream = stream;
        this.drafting = drafting;
        this.naming = naming;
        this.items = items;
        this.backoff = backoff;
        this.sleeper = sleeper;
    }

    /**
     * What came of a set of records; those deleted meanwhile are in neither.
     *
     * @param whole complete records
     * @param unreadable the others, by what they are called, with why
     */
    record Outcome(List<Draft> whole, Map<String, String> unreadable) {}

    /**
     * Completes records of which the first pages are there, and reads others from nothing but their ids.
     *
     * @throws SourceException when the shop can't be read now; nothing is lost by doing it all again
     */
    Outcome complete(List<Draft> drafts, List<String> gids) throws SourceException {
        return new Run().complete(drafts, gids);
    }

    /** One call's progress. */
    private final class Run {
        private final List<Draft> whole = new ArrayList<>();
        private final Map<String, String> unreadable = new HashMap<>();
        private final Map<String, Integer> failures = new HashMap<>();
        private final Map<String, Integer> rereads = new HashMap<>();
        private List<String> toFetch = new ArrayList<>();
        private List<Draft> open = new ArrayList<>();
        private boolean failed;

        Outcome complete(List<Draft> drafts, List<String> gids) throws SourceException {
            open.addAll(drafts);
            toFetch.addAll(gids);
            for (int round = 1; !open.isEmpty() || !toFetch.isEmpty(); round++) {
                failed = false;
                fetch();
                drain();
                sort();
                if (failed) {
                    sleeper.sleep(backoff.before(round));
                }
            }
            return new Outcome(whole, unreadable);
        }

        private void fetch() throws SourceException {
            List<String> gids = toFetch;
            toFetch = new ArrayList<>();
            int perQuery = Math.max(1, Part.MOST_COST / stream.costOfOne(items));
            for (int from = 0; from < gids.size(); from += perQuery) {
                List<String> some = gids.subList(from, Math.min(gids.size(), from + perQuery));
                BatchQuery query = BatchQuery.ofRecords(stream, some, items);
                GraphQlAnswer answer = client.ask(query.text(), query.variables(), query.cost());
                for (int i = 0; i < some.size(); i++) {
                    JsonNode node = answer.data().path(BatchQuery.field(i));
                    if (fails(answer, i, some.get(i))) {
                        toFetch.add(some.get(i));
                    } else if (node instanceof ObjectNode found) {
                        open.add(drafting.apply(found));
                    }
                }
            }
            toFetch.removeIf(gid -> unreadable.containsKey(naming.apply(gid)));
        }

        private void drain() throws SourceException {
            List<Question> batch = new ArrayList<>();
            int cost = 0;
            for (Draft draft : open) {
                for (Drain drain : draft.takeAll()) {
                    if (!batch.isEmpty() && cost + drain.cost() > Part.MOST_COST) {
                        ask(batch);
                        batch.clear();
                        cost = 0;
                    }
                    batch.add(new Question(draft, drain));
                    cost += drain.cost();
                }
            }
            if (!batch.isEmpty()) {
                ask(batch);
            }
        }

        private void ask(List<Question> batch) throws SourceException {
            BatchQuery query =
                    BatchQuery.ofParts(batch.stream().map(Question::drain).toList());
            GraphQlAnswer answer = client.ask(query.text(), query.variables(), query.cost());
            for (int i = 0; i < batch.size(); i++) {
                Question question = batch.get(i);
                if (fails(answer, i, question.draft().gid())) {
                    question.draft().putBack(question.drain());
                } else {
                    question.draft().accept(question.drain(), answer.data().path(BatchQuery.field(i)));
                }
            }
        }

        private boolean fails(GraphQlAnswer answer, int number, String gid) {
            String message = answer.errorAt(BatchQuery.field(number))
                    .map(GraphQlAnswer.PathError::message)
                    .orElse("");
            if (message.isEmpty()) {
                return false;
            }
            failed = true;
            if (failures.merge(gid, 1, Integer::sum) >= TRIES) {
                unreadable.put(naming.apply(gid), message);
            }
            return true;
        }

        private void sort() throws SourceException.Retry {
            List<Draft> still = new ArrayList<>();
            for (Draft draft : open) {
                String gid = draft.gid();
                String name = naming.apply(gid);
                if (draft.isGone()) {
                    LOG.info("event=record-gone id={}", name);
                } else if (draft.endless().isPresent()) {
                    String field = draft.endless().get().field();
                    unreadable.put(name, "it has " + Part.MOST + " " + field + " or more, which Shopify can't list");
                } else if (draft.isChanged()) {
                    rereadLimited(gid);
                } else if (draft.isWhole()) {
                    whole.add(draft);
                } else if (!unreadable.containsKey(name)) {
                    still.add(draft);
                }
            }
            open = still;
        }

        private void rereadLimited(String gid) throws SourceException.Retry {
            int times = rereads.merge(gid, 1, Integer::sum);
            LOG.debug("event=record-changed-while-read id={} times={}", naming.apply(gid), times);
            if (times > TRIES) {
                throw new SourceException.Retry(naming.apply(gid) + " changes faster than it can be read", null);
            }
            toFetch.add(gid);
        }
    }

    /** A drain and the draft its answer goes to. */
    private record Question(Draft draft, Drain drain) {}
}
