package com.sentia.simulators.shopify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where an app asks the shops for tokens, and what goes wrong there on demand. Safe for use by many threads. */
public final class TokenDesk {
    /** What is said to a request. */
    public enum Saying {
        /** All of it. */
        WHOLE,
        /** Half of it, then the connection is closed. */
        HALF,
        /** Nothing: the connection is closed. */
        NOTHING
    }

    /**
     * What becomes of a request.
     *
     * @param saying how much of the answer is said
     */
    public record Outcome(Answer answer, Saying saying) {}

    private final Map<String, AppTokens> shops;
    private final Map<String, Deque<TokenFault>> waiting = new HashMap<>();

    TokenDesk(Map<String, AppTokens> shops) {
        this.shops = Map.copyOf(shops);
    }

    /** Lets the next requests at a shop go wrong. */
    public synchronized void order(String shop, TokenFault fault, int count) {
        Deque<TokenFault> queue = waiting.computeIfAbsent(shop, name -> new ArrayDeque<>());
        for (int i = 0; i < count; i++) {
            queue.add(fault);
        }
    }

    /** Answers a request with a form. */
    public Outcome answer(String shop, byte[] body) {
        AppTokens tokens = shops.get(shop);
        if (tokens == null) {
            return whole(Answer.of(404, Map.of("errors", "Not Found")));
        }
        Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
        Optional<TokenFault> fault = next(shop);
        if (fault.isEmpty()) {
            return whole(tokens.answer(form));
        }
        return switch (fault.get()) {
            case LOST_ANSWER -> new Outcome(tokens.answer(form), Saying.NOTHING);
            case CUT_OFF -> new Outcome(tokens.answer(form), Saying.HALF);
            case ERROR500 -> whole(Answer.of(500, Map.of("errors", "Internal Server Error")));
            case TOO_MANY_REQUESTS -> whole(Answer.of(429, Map.of("errors", "Too Many Requests")));
            case REFUSED -> whole(Answer.of(400, Map.of("error", "invalid_grant")));
        };
    }

    /** By shop, how many tokens were given and refused by this process. */
    public Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        shops.forEach((shop, tokens) -> counts.put(shop, tokens.counts()));
        return counts;
    }

    private synchronized Optional<TokenFault> next(String shop) {
        Deque<TokenFault> queue = waiting.get(shop);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private static Outcome whole(Answer answer) {
        return new Outcome(answer, Saying.WHOLE);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&", -1)).map(field -> field.split("=", 2)).forEach(field -> {
            if (field.length == 2) {
                form.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8));
            }
        });
        return form;
    }
}
