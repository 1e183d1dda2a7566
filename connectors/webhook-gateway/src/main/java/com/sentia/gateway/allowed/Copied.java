package com.sentia.gateway.allowed;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * What was copied of a body, and what was noted on the way whether it was copied or not.
 *
 * @param payload the allowed fields as UTF-8 JSON
 * @param scalars top-level texts and numbers by name, as they were written; none is null
 */
public record Copied(ByteBuffer payload, Map<String, String> scalars) {
    /** The top-level text or number of that name. */
    public Optional<String> scalar(String name) {
        return Optional.ofNullable(scalars.get(name));
    }
}
