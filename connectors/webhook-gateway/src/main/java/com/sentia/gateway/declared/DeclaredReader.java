package com.sentia.gateway.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.hook.Reading;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.mapping.UnfitValueException;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes raw records of a declared source's genuine bodies: of all that a body holds, or of none. */
final class DeclaredReader {
    private static final Topic TOPIC = Topics.RAW_HOOK_EVENT;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private final HookSource source;
    private final RecordOfSource records;

    DeclaredReader(HookSource source, Pseudonyms pseudonyms) {
        this.source = source;
        this.records = new RecordOfSource(source, pseudonyms);
    }

    Reading read(byte[] body, Instant receivedAt) {
        try {
            JsonNode found = JSON.readTree(body).at(source.records());
            return found.isMissingNode() ? malformed(source.records(), "is missing") : listed(found, receivedAt);
        } catch (JsonProcessingException e) {
            // Its message quotes the body.
            return malformed(
                    JsonPointer.empty(),
                    "no JSON any more at byte " + e.getLocation().getByteOffset());
        } catch (IOException expected) {
            return malformed(JsonPointer.empty(), "the body is no UTF-8 text");
        }
    }

    private Reading listed(JsonNode found, Instant receivedAt) {
        if (found instanceof ObjectNode single) {
            return contents(List.of(single), source.records().toString(), false, receivedAt);
        }
        if (!(found instanceof ArrayNode list)) {
            return malformed(source.records(), "must be an object or a list of objects");
        }
        if (list.size() > source.mostRecords()) {
            return malformed(source.records(), "must list at most " + source.mostRecords() + " records");
        }
        List<ObjectNode> objects = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            if (!(entry instanceof ObjectNode object)) {
                return new Reading.Malformed(TOPIC, source.records() + "/" + objects.size(), "must be an object");
            }
            objects.add(object);
        }
        return contents(objects, source.records().toString(), true, receivedAt);
    }

    private Reading contents(List<ObjectNode> objects, String path, boolean isList, Instant receivedAt) {
        List<RawRecord> contents = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            try {
                contents.add(records.of(objects.get(i), receivedAt));
            } catch (UnfitValueException e) {
                return new Reading.Malformed(TOPIC, path + (isList ? "/" + i : "") + e.pointer(), e.rule());
            }
        }
        return new Reading.Several(TOPIC, contents);
    }

    private static Reading malformed(JsonPointer pointer, String rule) {
        return new Reading.Malformed(TOPIC, pointer.toString(), rule);
    }
}
