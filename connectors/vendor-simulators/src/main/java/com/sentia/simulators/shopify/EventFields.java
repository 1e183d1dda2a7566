package com.sentia.simulators.shopify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The events of a shop that are simulated: what was deleted. */
final class EventFields {
    /**
     * That something was deleted.
     *
     * @param at epoch second
     * @param type of what it was, as in global ids
     * @param subject number of what it was
     */
    record Destroyed(long at, String type, long subject) {
        private static final long TYPES = 10;

        /** One of its own. */
        long id() {
            return subject * TYPES + (type.equals("Order") ? 1 : 2);
        }

        String subjectType() {
            return type.toUpperCase(Locale.ROOT);
        }
    }

    private static final Pattern TERM = Pattern.compile("(?:AND\\s+)?(action|subject_type):'?(\\w+)'?");

    private EventFields() {}

    static ObjectType<Destroyed> destroyed() {
        return ObjectType.of(Destroyed.class, "BasicEvent")
                .with("id", event -> Gid.of("BasicEvent", event.id()))
                .with("createdAt", event -> OrderFields.time(event.at()))
                .with("subjectId", event -> Gid.of(event.type(), event.subject()))
                .with("subjectType", Destroyed::subjectType)
                .with("message", event -> "Staff deleted " + event.type() + " " + event.subject() + ".")
                .always("destroy", "action")
                .always(null, "appTitle", "author", "subject", "secondaryMessage", "arguments", "additionalContent")
                .always(null, "additionalData")
                .always(false, "attributeToApp", "criticalAlert", "hasAdditionalContent")
                .always(true, "attributeToUser");
    }

    static Connection all(Map<String, Object> arguments, Moment moment) {
        List<Destroyed> found = found(arguments.get("query"), moment);
        boolean byTime = "CREATED_AT".equals(String.valueOf(arguments.get("sortKey")));
        return Connection.of(
                found.stream()
                        .sorted(Comparator.comparing(event -> cursor(event, byTime)))
                        .toList(),
                event -> cursor(event, byTime),
                PageRequest.of(arguments));
    }

    private static Cursor cursor(Destroyed event, boolean byTime) {
        return new Cursor(byTime ? event.at() : 0, event.id());
    }

    private static List<Destroyed> found(@Nullable Object search, Moment moment) {
        String text = search == null ? "" : search.toString();
        List<Destroyed> events = new ArrayList<>(moment.timeline().destroyed(moment.second()));
        events.addAll(moment.catalog().destroyed(moment.second()));
        Matcher term = TERM.matcher(text);
        while (term.find()) {
            boolean action = term.group(1).equals("action");
            String wanted = term.group(2);
            events.removeIf(event -> !wanted.equalsIgnoreCase(action ? "destroy" : event.subjectType()));
        }
        String rest = TERM.matcher(text).replaceAll("").strip().replaceFirst("^AND\\s+", "");
        SearchQuery times = SearchQuery.parse(rest, moment.second());
        events.removeIf(event -> !times.range("created_at").contains(event.at())
                || !times.range("id").contains(event.id()));
        return events;
    }
}
