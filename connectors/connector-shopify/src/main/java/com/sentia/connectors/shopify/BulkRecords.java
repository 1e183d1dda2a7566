package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.JobCursor.Job;
import com.sentia.connectors.kit.SourceException;
import com.sentia.connectors.shopify.BulkFileException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a bulk file together: each record with its children, in the shape in which the page query gives it.
 *
 * <p>Operations are asked to put children right behind their record, so one record at a time is held. Should a child stand
 * elsewhere, its record is read by its id: what is held stays small whatever the file is like.
 */
final class BulkRecords {
    private static final String PARENT = "__parentId";
    private static final String TYPE = "__typename";

    private final List<Part> parts;

    BulkRecords(ShopifyStream stream) {
        this.parts = stream.parts();
    }

    /**
     * Records from one place of a file to another.
     *
     * @param records as the page query would have given them
     * @param strays global ids of records of which children stood elsewhere
     * @param job how far the file was read
     * @param isEnd whether nothing follows
     */
    record Chunk(List<ObjectNode> records, Set<String> strays, Job job, boolean isEnd) {}

    /** Reads as many records as are enough, or to the end; of a part of a file the last is left out, as it may lack children. */
    Chunk read(BulkFile file, Job from, int enough) throws SourceException, BulkFileException {
        return new Run(file, from).read(enough);
    }

    /** One call's progress. */
    private final class Run {
        private final BulkFile file;
        private final List<ObjectNode> records = new ArrayList<>();
        private final Set<String> strays = new LinkedHashSet<>();
        private Job done;
        private long lines;
        private @Nullable ObjectNode open;

        Run(BulkFile file, Job from) {
            this.file = file;
            this.done = from;
            this.lines = from.lines();
        }

        Chunk read(int enough) throws SourceException, BulkFileException {
            for (BulkFile.Line line = peek(); line != null; line = peek()) {
                JsonNode parent = line.object().remove(PARENT);
                if (parent == null) {
                    close();
                    if (records.size() >= enough) {
                        return new Chunk(records, strays, done, false);
                    }
                    open = begun(line.object());
                } else if (open != null && parent.equals(open.path("id"))) {
                    add(open, line.object());
                } else {
                    strays.add(parent.asText());
                }
                lines++;
                file.take();
                done = new Job(done.id(), done.askedAt(), line.end(), lines, done.records(), done.last());
            }
            if (!file.isPartial()) {
                close();
            }
            return new Chunk(records, strays, done, true);
        }

        private BulkFile.@Nullable Line peek() throws SourceException, BulkFileException {
            try {
                return file.peek();
            } catch (BulkFileException e) {
                if (file.isPartial() && e.kind() == Kind.CONTENT) {
                    // It was cut off in the middle of a line.
                    return null;
                }
                throw e;
            }
        }

        private void close() {
            ObjectNode whole = open;
            if (whole == null) {
                return;
            }
            records.add(whole);
            open = null;
            String id = Gid.number(whole.path("id").asText());
            boolean first = done.records() == 0;
            boolean ascends = first || (!done.last().isEmpty() && isGreater(id, done.last()));
            done = new Job(
                    done.id(), done.askedAt(), done.bytes(), done.lines(), done.records() + 1, ascends ? id : "");
        }
    }

    private static boolean isGreater(String id, String than) {
        return id.length() == than.length() ? id.compareTo(than) > 0 : id.length() > than.length();
    }

    private ObjectNode begun(ObjectNode record) {
        // Parts last and in this order, so that the same content is the same text as from a page.
        for (Part part : parts) {
            if (part.isPaged()) {
                record.set(part.field(), noPages());
            } else {
                JsonNode list = record.remove(part.field());
                record.set(part.field(), list == null ? JsonNodeFactory.instance.arrayNode() : list);
            }
        }
        return record;
    }

    private void add(ObjectNode record, ObjectNode child) throws BulkFileException {
        String type = child.path(TYPE).asText();
        child.remove(TYPE);
        String field = switch (type) {
            case "LineItem" -> Part.LINES.field();
            case "ShippingLine" -> Part.SHIPPING_LINES.field();
            case "ProductVariant" -> Part.VARIANTS.field();
            default -> type.endsWith("DiscountApplication") ? Part.DISCOUNTS.field() : "";
        };
        if (!record.has(field)) {
            throw new BulkFileException(Kind.CONTENT, "a child of unknown type '" + type + "'");
        }
        ((ObjectNode) record.path(field)).withArray("nodes").add(child);
    }

    private static ObjectNode noPages() {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.putArray("nodes");
        connection.putObject("pageInfo").put("hasNextPage", false);
        return connection;
    }
}
