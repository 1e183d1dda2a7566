package com.sentia.hooks;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.mapping.CanonicalMapping;
import com.sentia.hooks.mapping.Pointers;
import com.sentia.hooks.mapping.Taking;
import com.sentia.hooks.mapping.Transform;
import com.sentia.hooks.mapping.ValueForms;
import com.sentia.hooks.yaml.Complaints;
import com.sentia.hooks.yaml.YamlFields;
import com.sentia.hooks.yaml.YamlValue;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one declaration. */
final class SourceReader {
    private static final List<String> KNOWN = List.of(
            "unit",
            "entity",
            "signature",
            "delivery",
            "records",
            "most-records",
            "id",
            "version",
            "op",
            "take",
            "to",
            "fields");
    private static final String NAME = "[a-z][a-z0-9-]{0,62}";
    private static final String UNIT = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String HEADER = "[A-Za-z0-9-]{1,64}";
    private static final int MOST_RECORDS = 1_000;
    private static final int USUAL_RECORDS = 100;
    private static final JsonPointer WHOLE = JsonPointer.empty();
    private static final String NOT_CANONICAL = "(raw|kpi|connector|privacy)\\..*|.*\\.rejected";

    private final String name;
    private final YamlFields fields;

    private SourceReader(String name, YamlFields fields) {
        this.name = name;
        this.fields = fields;
    }

    /** The source of a file; empty when the complaints say why there is none. */
    static Optional<HookSource> read(String name, String text, Complaints complaints) {
        Optional<YamlValue> root = YamlValue.parse(text, complaints);
        root.filter(value -> !name.matches(NAME))
                .ifPresent(value -> value.wrong("must be called by lower-case letters, digits and dashes, and .yaml"));
        Optional<HookSource> source =
                root.flatMap(value -> new SourceReader(name, new YamlFields(value, KNOWN)).source());
        return complaints.isEmpty() ? source : Optional.empty();
    }

    /** Everything is read before anything is missed, so that all complaints are made. */
    private Optional<HookSource> source() {
        String unit = matching("unit", UNIT, "letters, digits, dots and dashes");
        String entity = matching("entity", "[a-z][a-z0-9_]{0,62}", "lower-case letters, digits and underscores");
        Optional<SignatureRule> signature =
                fields.required("signature").map(value -> SignatureReader.read(name, value));
        Optional<String> delivery = fields.optional("delivery").flatMap(value -> {
            Optional<String> header = value.text().filter(text -> text.matches(HEADER));
            if (header.isEmpty()) {
                value.wrong("must be the name of a header");
            }
            return header;
        });
        JsonPointer records = fields.optional("records").flatMap(Pointers::read).orElse(WHOLE);
        int most = fields.optional("most-records").map(SourceReader::count).orElse(USUAL_RECORDS);
        Optional<JsonPointer> id = fields.required("id").flatMap(Pointers::read);
        Optional<TimeRule> version = fields.required("version").flatMap(SourceReader::time);
        Optional<OpRule> op = fields.optional("op").flatMap(SourceReader::op);
        Optional<Taking> taking = fields.required("take").map(Taking::read);
        id.filter(pointer -> taking.isPresent() && taking.get().isPerson(pointer))
                .flatMap(pointer -> fields.optional("id"))
                .ifPresent(value -> value.wrong("must not be a customer's id: it would be seen"));
        Optional<Topic> topic = fields.required("to").flatMap(SourceReader::topic);
        Optional<CanonicalMapping> mapping = fields.required("fields")
                .filter(value -> topic.isPresent() && taking.isPresent())
                .map(value -> CanonicalMapping.read(topic.orElseThrow(), value, taking.orElseThrow()));
        if (signature.isEmpty() || id.isEmpty() || version.isEmpty() || taking.isEmpty() || mapping.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HookSource(
                name,
                unit,
                entity,
                signature.get(),
                delivery,
                records,
                most,
                id.get(),
                version.get(),
                op,
                taking.get(),
                mapping.get()));
    }

    private String matching(String field, String form, String rule) {
        return fields.required(field)
                .flatMap(value -> {
                    Optional<String> text = value.text();
                    text.filter(given -> !given.matches(form)).ifPresent(given -> value.wrong("must be " + rule));
                    return text;
                })
                .orElse("");
    }

    private static int count(YamlValue value) {
        Optional<Integer> count = value.text()
                .filter(text -> text.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .filter(number -> number <= MOST_RECORDS);
        if (count.isEmpty()) {
            value.wrong("must be a whole number from 1 to " + MOST_RECORDS);
        }
        return count.orElse(USUAL_RECORDS);
    }

    private static Optional<TimeRule> time(YamlValue value) {
        YamlFields time = new YamlFields(value, List.of("at", "as"));
        Optional<JsonPointer> at = time.required("at").flatMap(Pointers::read);
        Optional<Transform> form = time.required("as").flatMap(as -> {
            Optional<Transform> said = as.text().flatMap(Transform::of).filter(ValueForms.TIMES::contains);
            if (said.isEmpty()) {
                as.wrong("must be one of " + Transform.words(ValueForms.TIMES));
            }
            return said;
        });
        return at.flatMap(pointer -> form.map(said -> new TimeRule(pointer, said)));
    }

    private static Optional<OpRule> op(YamlValue value) {
        YamlFields op = new YamlFields(value, List.of("at", "delete"));
        Set<String> deletes = new HashSet<>();
        op.required("delete")
                .ifPresent(list -> list.entries().forEach(entry -> entry.text().ifPresent(deletes::add)));
        return op.required("at").flatMap(Pointers::read).map(pointer -> new OpRule(pointer, deletes));
    }

    private static Optional<Topic> topic(YamlValue value) {
        Optional<Topic> topic = value.text()
                .flatMap(Topics::named)
                .filter(named -> !named.name().matches(NOT_CANONICAL));
        if (topic.isEmpty()) {
            value.wrong("must be a canonical topic: "
                    + Topics.ALL.stream()
                            .map(Topic::name)
                            .filter(known -> !known.matches(NOT_CANONICAL))
                            .collect(Collectors.joining(", ")));
        }
        return topic;
    }
}
