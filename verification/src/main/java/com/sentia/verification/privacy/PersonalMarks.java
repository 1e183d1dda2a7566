package com.sentia.verification.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What gives away that something of a person stands in a text. The simulated shops' customers all have surnames of this list, and mail
 * addresses, telephone numbers, streets and network addresses that nobody has in truth; their numbers stand in Shopify's global ids.
 * The simulated factory's workers have surnames of this list too, and badges.
 */
public final class PersonalMarks {
    private static final List<String> MARKS = List.of(
            "@customer.example",
            "+44 7700 9",
            "Invented Lane",
            "203.0.113.",
            "shopify/Customer/",
            "badge-",
            "Abbott",
            "Berger",
            "Castell",
            "Dalby",
            "Eriksen",
            "Ferrant",
            "Gallo",
            "Hartley",
            "Ivers",
            "Jansen",
            "Kowal",
            "Lindqvist",
            "Moreau",
            "Norrby",
            "Osgood",
            "Pereira",
            "Quill",
            "Rourke",
            "Sandor",
            "Thorne");

    private PersonalMarks() {}

    /** The first mark that stands in the bytes, if one does. */
    public static Optional<String> in(byte[] bytes) {
        // Each byte a character: every mark is plain ASCII, whatever stands around it.
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The first mark that stands in the text, if one does. */
    public static Optional<String> in(String text) {
        return MARKS.stream().filter(text::contains).findFirst();
    }

    /** A regular expression that finds any of them, in Java and in PostgreSQL. */
    static String pattern() {
        return MARKS.stream().map(mark -> mark.replaceAll("([.+])", "\\\\$1")).collect(Collectors.joining("|"));
    }
}
