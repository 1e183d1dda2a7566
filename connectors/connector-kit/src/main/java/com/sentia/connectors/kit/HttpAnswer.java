package com.sentia.connectors.kit;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A vendor's answer, as it came. */
public final class HttpAnswer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    HttpAnswer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The response headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The bytes of the body; not to be written to. */
    public byte[] body() {
        return body;
    }

    /** The vendor's own clock at the answer (header Date, to the second); empty when missing or unreadable. */
    public Optional<Instant> date() {
        return headers.firstValue("Date").flatMap(HttpAnswer::parseDate);
    }

    private static Optional<Instant> parseDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }
}
