package com.sentia.queryapi.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes views. Decimals are JSON numbers, exact, without exponent and without trailing zeros; instants are ISO-8601
 * in UTC.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.QUOTE_FIELD_NAMES)
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    public static byte[] bytes(View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            view.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + view.getClass().getSimpleName(), e);
        }
        return out.toByteArray();
    }

    public static void decimal(JsonGenerator json, String field, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
            return;
        }
        json.writeNumberField(field, exact(value));
    }

    public static void instant(JsonGenerator json, String field, @Nullable Instant value) throws IOException {
        json.writeStringField(field, value == null ? null : value.toString());
    }

    public static void texts(JsonGenerator json, String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    public static void texts(JsonGenerator json, String field, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    public static void views(JsonGenerator json, String field, Collection<? extends View> views) throws IOException {
        json.writeArrayFieldStart(field);
        for (View view : views) {
            view.writeTo(json);
        }
        json.writeEndArray();
    }

    /** The same number in its shortest plain form: 12.500000 is 12.5, 0E-6 is 0. */
    static BigDecimal exact(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
