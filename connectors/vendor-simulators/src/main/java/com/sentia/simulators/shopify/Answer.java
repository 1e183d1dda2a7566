package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** An HTTP answer: its status and its JSON. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared
public record Answer(int status, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer whose body is the JSON form of a value. */
    public static Answer of(int status, Object value) {
        try {
            return new Answer(status, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
