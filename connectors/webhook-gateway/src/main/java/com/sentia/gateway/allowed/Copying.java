package com.sentia.gateway.allowed;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One body on its way from a parser to a generator. */
final class Copying {
    private final JsonParser in;
    private final JsonGenerator to;
    private final UnaryOperator<String> pseudonym;
    private final Map<String, String> scalars = new HashMap<>();

    Copying(JsonParser in, JsonGenerator to, UnaryOperator<String> pseudonym) {
        this.in = in;
        this.to = to;
        this.pseudonym = pseudonym;
    }

    Map<String, String> scalars() {
        return scalars;
    }

    /** Copies the outermost object, which the parser has just entered; who is not in it is written as null. */
    void root(Allowed.Fields allowed) throws IOException {
        Set<String> replaced = new HashSet<>();
        to.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                scalars.put(name, in.getText());
            }
            @Nullable Allowed rule = allowed.byName().get(name);
            member(name, value, rule);
            if (rule instanceof Allowed.Replaced person) {
                replaced.add(person.name());
            }
        }
        for (Allowed rule : allowed.byName().values()) {
            if (rule instanceof Allowed.Replaced person && replaced.add(person.name())) {
                to.writeNullField(person.name());
            }
        }
        to.writeEndObject();
    }

    private void fields(Allowed.Fields allowed) throws IOException {
        to.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            member(name, value, allowed.byName().get(name));
        }
        to.writeEndObject();
    }

    private void member(String name, JsonToken value, @Nullable Allowed rule) throws IOException {
        if (value == JsonToken.START_ARRAY) {
            list(name, rule);
        } else {
            value(name, rule);
        }
    }

    /** Copies or drops the value the parser stands on, which is no list. */
    private void value(String name, @Nullable Allowed rule) throws IOException {
        JsonToken token = in.currentToken();
        if (rule instanceof Allowed.Replaced person) {
            to.writeFieldName(person.name());
            person();
        } else if (rule instanceof Allowed.Fields fields && token == JsonToken.START_OBJECT) {
            to.writeFieldName(name);
            fields(fields);
        } else if (rule != null && token == JsonToken.VALUE_NULL) {
            to.writeNullField(name);
        } else if (rule instanceof Allowed.Scalar && token.isScalarValue()) {
            to.writeFieldName(name);
            scalar(token);
        } else {
            in.skipChildren();
        }
    }

    /** Copies or drops the list the parser has just entered. */
    private void list(String name, @Nullable Allowed rule) throws IOException {
        Allowed.@Nullable Fields each = rule instanceof Allowed.Objects objects ? objects.each() : null;
        if (each != null) {
            to.writeArrayFieldStart(name);
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (each != null && in.currentToken() == JsonToken.START_OBJECT) {
                fields(each);
            } else {
                in.skipChildren();
            }
        }
        if (each != null) {
            to.writeEndArray();
        }
    }

    private void scalar(JsonToken token) throws IOException {
        if (token.isNumeric()) {
            to.writeNumber(in.getText());
        } else if (token.isBoolean()) {
            to.writeBoolean(token == JsonToken.VALUE_TRUE);
        } else {
            to.writeString(in.getText());
        }
    }

    private void person() throws IOException {
        @Nullable String id = in.currentToken() == JsonToken.START_OBJECT ? idInside() : id();
        if (id == null) {
            to.writeNull();
        } else {
            to.writeString(pseudonym.apply(id));
        }
    }

    private @Nullable String idInside() throws IOException {
        @Nullable String id = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            boolean isId = in.currentName().equals("id");
            in.nextToken();
            if (isId) {
                id = id();
            }
            in.skipChildren();
        }
        return id;
    }

    private @Nullable String id() throws IOException {
        JsonToken token = in.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING ? in.getText() : null;
    }
}
