package com.sentia.connectors.kit.control;

import com.sentia.schemas.NoticeKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell people.
 *
 * @param kind what happened
 * @param signal id of the signal it follows from; null for none
 * @param detail what it was exactly, without personal data
 * @param figures counts it speaks of
 */
public record Notice(NoticeKind kind, @Nullable String signal, String detail, Map<String, Long> figures) {
    public Notice {
        figures = Map.copyOf(figures);
    }

    public static Notice of(NoticeKind kind, @Nullable String signal, String detail) {
        return new Notice(kind, signal, detail, Map.of());
    }

    /** The same, following from a signal. */
    public Notice of(String from) {
        return new Notice(kind, from, detail, figures);
    }

    /** The vendor counted more records than it gave, again and again. */
    public static Notice gap(@Nullable String signal, String window, long expected, long read) {
        return new Notice(
                NoticeKind.COMPLETENESS_GAP,
                signal,
                "the vendor counts " + expected + " and gave " + read + " of " + window,
                Map.of("expected", expected, "read", read));
    }
}
