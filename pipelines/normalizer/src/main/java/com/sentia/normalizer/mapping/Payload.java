package com.sentia.normalizer.mapping;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.sentia.normalizer.mapping.UnmappableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object inside a payload that knows its JSON path, so that whatever is wrong with a field can be told. */
final class Payload {
    private static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();
    private static final Pattern GID = Pattern.compile("gid://shopify/([A-Za-z]+)/([0-9]{1,19})");
    private static final int NO_INDEX = -1;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final JsonNode node;
    private final @Nullable Payload parent;
    private final String field;
    private final int index;

    private Payload(JsonNode node, @Nullable Payload parent, String field, int index) {
        this.node = node;
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    static Payload parse(@Nullable ByteBuffer bytes) throws UnmappableException {
        return parse(bytes, UnaryOperator.identity());
    }

    /** @param shape brings the parsed object into the shape that is read */
    static Payload parse(@Nullable ByteBuffer bytes, UnaryOperator<JsonNode> shape) throws UnmappableException {
        if (bytes == null) {
            throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, "$", "missing from an upsert");
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        try {
            JsonNode root = JSON.readTree(copy);
            if (!root.isObject()) {
                throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, "$", "must be an object");
            }
            return new Payload(shape.apply(root), null, "$", NO_INDEX);
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the text, which may hold what must not be repeated.
            throw new UnmappableException(
                    Reason.UNMAPPABLE_PAYLOAD,
                    "$",
                    "not JSON at byte " + e.getLocation().getByteOffset());
        } catch (IOException e) {
            throw new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, "$", "not JSON");
        }
    }

    Payload object(String field) throws UnmappableException {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw broken(field, "must be an object");
        }
        return new Payload(value, this, field, NO_INDEX);
    }

    List<Payload> objects(String field) throws UnmappableException {
        JsonNode values = required(field);
        if (!values.isArray()) {
            throw broken(field, "must be an array");
        }
        List<Payload> objects = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isObject()) {
                throw broken(field + "[" + i + "]", "must be an object");
            }
            objects.add(new Payload(values.get(i), this, field, i));
        }
        return objects;
    }

    String text(String field) throws UnmappableException {
        JsonNode value = required(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw broken(field, "must be a text that is not blank");
        }
        return value.textValue();
    }

    /** A text that may be null, but whose field may not be missing: a missing one is a wrong query. */
    @Nullable
    String textOrNull(String field) throws UnmappableException {
        JsonNode value = node.get(field);
        if (value == null) {
            throw broken(field, "missing");
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw broken(field, "must be a text or null");
        }
        return value.textValue();
    }

    boolean flag(String field) throws UnmappableException {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw broken(field, "must be true or false");
        }
        return value.booleanValue();
    }

    long wholeNumber(String field, long least) throws UnmappableException {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw broken(field, "must be a whole number of at least " + least);
        }
        return value.longValue();
    }

    Instant instant(String field) throws UnmappableException {
        return instant(field, text(field));
    }

    @Nullable
    Instant instantOrNull(String field) throws UnmappableException {
        String text = textOrNull(field);
        return text == null ? null : instant(field, text);
    }

    /** The digits of a global id of the given type. */
    String id(String field, String type) throws UnmappableException {
        Matcher gid = GID.matcher(text(field));
        if (!gid.matches() || !gid.group(1).equals(type)) {
            throw broken(field, "must be gid://shopify/" + type + "/ and digits");
        }
        return gid.group(2);
    }

    /** Whether a field that may be missing is there with this text. */
    boolean isText(String field, String text) {
        return node.path(field).asText().equals(text);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    UnmappableException broken(String field, String rule) {
        return new UnmappableException(Reason.UNMAPPABLE_PAYLOAD, path() + "." + field, rule);
    }

    UnmappableException broken(Reason reason, String field, String rule) {
        return new UnmappableException(reason, path() + "." + field, rule);
    }

    /** Put together only when something is wrong. */
    private String path() {
        String own = index == NO_INDEX ? field : field + "[" + index + "]";
        return parent == null ? own : parent.path() + "." + own;
    }

    private Instant instant(String field, String text) throws UnmappableException {
        try {
            Instant instant = ITU.parseDateTime(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(Instant.EPOCH)) {
                throw broken(field, "must not be before 1970");
            }
            if (instant.isAfter(LATEST)) {
                throw broken(field, "must be before the year 10000");
            }
            return instant;
        } catch (DateTimeException expected) {
            throw broken(field, "must be an ISO 8601 time with zone");
        }
    }

    private JsonNode required(String field) throws UnmappableException {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw broken(field, "missing");
        }
        return value;
    }
}
