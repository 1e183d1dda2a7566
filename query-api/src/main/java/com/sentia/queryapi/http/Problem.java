package com.sentia.queryapi.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error answer (RFC 9457): a stable code, and for bad input the parameter, its value and what is allowed. */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String parameter,
        @Nullable String value,
        List<String> allowed)
        implements View {
    /** At most this many allowed values are listed. */
    static final int MOST_ALLOWED = 50;

    /** At most this many characters of a value are repeated. */
    static final int MOST_CHARACTERS = 200;

    public Problem {
        allowed = List.copyOf(allowed.size() > MOST_ALLOWED ? allowed.subList(0, MOST_ALLOWED) : allowed);
        value = value == null || value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, null, null, List.of());
    }

    public static Problem invalid(String parameter, @Nullable String value, String rule) {
        return badRequest("invalid-parameter", parameter, value, parameter + " must be " + rule, List.of());
    }

    public static Problem badRequest(
            String code, String parameter, @Nullable String value, String detail, List<String> allowed) {
        return new Problem(400, code, "Bad request", detail, parameter, value, allowed);
    }

    public static Problem notFound(String code, String parameter, String value, String detail, List<String> allowed) {
        return new Problem(404, code, "Not found", detail, parameter, value, allowed);
    }

    public static Problem unavailable(String code, String detail) {
        return of(503, code, "Service unavailable", detail);
    }

    /** Whether asking again a little later may succeed. */
    public boolean isPassing() {
        return status == 503;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "urn:sentia:problem:" + code);
        json.writeStringField("title", title);
        json.writeNumberField("status", status);
        json.writeStringField("code", code);
        json.writeStringField("detail", detail);
        if (parameter != null) {
            json.writeStringField("parameter", parameter);
            json.writeStringField("value", value);
        }
        if (!allowed.isEmpty()) {
            Json.texts(json, "allowed", allowed);
        }
        json.writeEndObject();
    }
}
