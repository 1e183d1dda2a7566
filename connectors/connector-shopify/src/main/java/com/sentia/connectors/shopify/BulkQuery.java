package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.JobCursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The query by which a bulk operation reads a stream; its search stands between two texts. It asks for no order: a bulk operation
 * that sorts by update time leaves records out.
 */
record BulkQuery(String before, String behind) {
    private static final String SEARCH = "#";
    private static final String END = "updated_at:<'";

    /** The query of a stream that can be read so. */
    static Optional<BulkQuery> of(ShopifyStream stream) {
        return ShopifyQueries.ifThere(stream.entity() + ".bulk.graphql").map(text -> {
            int at = text.indexOf(SEARCH);
            return new BulkQuery(text.substring(0, at), text.substring(at + 1));
        });
    }

    /** The whole query for a job. */
    String text(JobCursor job) {
        String after = job.after().isEmpty() ? "" : " id:>" + job.after();
        return before + search(job) + after + behind;
    }

    /** What finds all records of a job's span, those before its beginning too. */
    static String search(JobCursor job) {
        return since(job.from()) + job.to() + "'";
    }

    /** The end of the span that a query is for, if it is one of ours that begins at an instant. */
    Optional<Instant> end(String query, Instant from) {
        String start = before + since(from);
        String rest = "'" + behind;
        if (!query.startsWith(start) || !query.endsWith(rest) || query.length() <= start.length() + rest.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(query.substring(start.length(), query.length() - rest.length())));
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }

    private static String since(Instant from) {
        return "updated_at:>='" + from + "' " + END;
    }
}
