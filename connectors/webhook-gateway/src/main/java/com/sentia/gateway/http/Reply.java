package com.sentia.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What a sender is answered.
 *
 * @param problem what is wrong with a genuine body, as problem+json
 */
record Reply(Outcome outcome, Optional<String> problem) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer without a body. */
    static Reply of(Outcome outcome) {
        return new Reply(outcome, Optional.empty());
    }

    /** An answer that says which value of the body breaks which rule. */
    static Reply malformed(String pointer, String rule) {
        String problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", "The body can't be taken as it is")
                .put("status", Outcome.MALFORMED.status())
                .put("detail", pointer.isEmpty() ? rule : pointer + " " + rule)
                .put("pointer", pointer)
                .toString();
        return new Reply(Outcome.MALFORMED, Optional.of(problem));
    }
}
