package com.sentia.simulators.shopify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shopify's search syntax as far as it is simulated: ranges over times and ids, all of which have to hold. */
final class SearchQuery {
    /** Values from least to most, both included. */
    record Range(long least, long most) {
        static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean contains(long value) {
            return value >= least && value <= most;
        }

        private Range and(Range other) {
            return new Range(Math.max(least, other.least), Math.min(most, other.most));
        }
    }

    private static final Set<String> TIMES = Set.of("updated_at", "created_at", "processed_at");
    private static final Pattern TERM =
            Pattern.compile("\\G\\s*(?:(AND)\\b|(\\w+)\\s*:\\s*(>=|<=|>|<)?\\s*('[^']*'|\"[^\"]*\"|[^\\s()]+))\\s*");

    private final Map<String, Range> ranges = new HashMap<>();

    private SearchQuery() {}

    /**
     * Reads a query.
     *
     * @param nowSecond what the word now stands for
     * @throws QueryRefused when it uses what is not simulated, so that nobody mistakes an unfiltered list for a filtered one
     */
    static SearchQuery parse(@Nullable Object text, long nowSecond) {
        SearchQuery query = new SearchQuery();
        if (text == null || text.toString().isBlank()) {
            return query;
        }
        Matcher term = TERM.matcher(text.toString());
        int end = 0;
        while (term.find()) {
            end = term.end();
            if (term.group(1) == null) {
                query.add(term.group(2), term.group(3), unquoted(term.group(4)), nowSecond);
            }
        }
        if (end < text.toString().length()) {
            throw notSimulated("'" + text.toString().substring(end) + "'");
        }
        return query;
    }

    /**
     * The same query.
     *
     * @throws QueryRefused when it asks for other fields, which would not be looked at
     */
    SearchQuery allowOnly(String... fields) {
        ranges.keySet().stream()
                .filter(field -> !List.of(fields).contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw notSimulated("'" + field + "'");
                });
        return this;
    }

    /** The values a field may have; every value if the query does not speak of it. */
    Range range(String field) {
        return ranges.getOrDefault(field, Range.ALL);
    }

    /** Whether it asks for nothing but a feed of updates that reaches up to now. */
    boolean isOpenEndedFeed(long nowSecond) {
        return range("updated_at").most() >= nowSecond
                && ranges.keySet().stream().allMatch(field -> field.equals("updated_at"));
    }

    private void add(String field, @Nullable String comparator, String value, long nowSecond) {
        Range range;
        if (TIMES.contains(field)) {
            range = times(comparator, instant(field, value, nowSecond));
        } else if (field.equals("id") && value.matches("\\d{1,18}")) {
            range = numbers(comparator, Long.parseLong(value));
        } else {
            throw notSimulated("'" + field + "'");
        }
        ranges.merge(field, range, Range::and);
    }

    private static Range numbers(@Nullable String comparator, long value) {
        if (comparator == null) {
            return new Range(value, value);
        }
        return switch (comparator) {
            case ">=" -> new Range(value, Long.MAX_VALUE);
            case ">" -> new Range(value + 1, Long.MAX_VALUE);
            case "<=" -> new Range(Long.MIN_VALUE, value);
            default -> new Range(Long.MIN_VALUE, value - 1);
        };
    }

    /** Records have whole seconds: a bound between two seconds moves to the one inside the range. */
    private static Range times(@Nullable String comparator, Instant value) {
        long second = value.getEpochSecond();
        boolean whole = value.getNano() == 0;
        if (comparator == null) {
            return whole ? new Range(second, second) : new Range(1, 0);
        }
        return switch (comparator) {
            case ">=" -> new Range(whole ? second : second + 1, Long.MAX_VALUE);
            case ">" -> new Range(second + 1, Long.MAX_VALUE);
            case "<=" -> new Range(Long.MIN_VALUE, second);
            default -> new Range(Long.MIN_VALUE, whole ? second - 1 : second);
        };
    }

    private static Instant instant(String field, String value, long nowSecond) {
        if (value.equalsIgnoreCase("now")) {
            return Instant.ofEpochSecond(nowSecond);
        }
        try {
            return value.length() <= "yyyy-MM-dd".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException expected) {
            throw new QueryRefused("invalid time '" + value + "' for search field " + field, "BAD_USER_INPUT");
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static QueryRefused notSimulated(String what) {
        return new QueryRefused("not simulated: search for " + what, "NOT_SIMULATED");
    }
}
