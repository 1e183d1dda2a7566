package com.sentia.normalizer.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A payload ({@code x.json}) and what must be made of it ({@code x.expected.json}): facts, or a reason and a detail.
 *
 * <p>{@code -Dupdate-golden=true} writes what is made now, for a person to read before it is committed.
 */
record GoldenPair(String name, Path payload) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String EXPECTED = ".expected.json";
    private static final Instant FETCHED = Instant.parse("2026-03-02T10:00:00Z");

    /** The pairs of a folder of Shopify's. */
    static List<GoldenPair> in(String folder) {
        return in("shopify", folder);
    }

    static List<GoldenPair> in(String vendor, String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(vendor).resolve(folder))) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(file -> new GoldenPair(file.getFileName().toString().replace(".json", ""), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the mapper makes of the payload now, in the form of the expected file. */
    JsonNode mappedBy(PayloadMapper mapper, RawRecord raw) throws JsonProcessingException {
        try {
            ArrayNode facts = JSON.createArrayNode();
            for (Fact fact : mapper.map(raw)) {
                ObjectNode node = facts.addObject();
                node.put("topic", fact.topic().name());
                node.put("key", fact.key());
                node.set("content", JSON.readTree(fact.content().toString()));
            }
            return facts;
        } catch (UnmappableException e) {
            return JSON.createObjectNode().put("reason", e.reason().code()).put("detail", e.getMessage());
        }
    }

    RawRecord raw(String entity, String id) throws IOException {
        return raw("shopify", "sentia-uk.myshopify.com", entity, id, Feed.POLL);
    }

    RawRecord raw(String entity, String id, Feed feed) throws IOException {
        return raw("shopify", "sentia-uk.myshopify.com", entity, id, feed);
    }

    RawRecord raw(String vendor, String unit, String entity, String id, Feed feed) throws IOException {
        return RawRecord.newBuilder()
                .setVendor(vendor)
                .setUnit(unit)
                .setEntity(entity)
                .setId(id)
                .setVersion(new Version(1_772_440_000_000_000L, 2, 1_772_445_600_000_000L))
                .setOp(Op.UPSERT)
                .setFeed(feed)
                .setApiVersion("2026-10")
                .setFetchedAt(FETCHED)
                .setPayload(ByteBuffer.wrap(Files.readAllBytes(payload)))
                .build();
    }

    /** What is expected of the payload of the same name in another folder of Shopify's. */
    JsonNode expectedIn(String folder) throws IOException {
        return JSON.readTree(
                Files.readString(RESOURCES.resolve("shopify").resolve(folder).resolve(name + EXPECTED)));
    }

    JsonNode expected(JsonNode now) throws IOException {
        Path file = payload.resolveSibling(name + EXPECTED);
        if (Boolean.getBoolean("update-golden")) {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        return JSON.readTree(Files.readString(file));
    }
}
