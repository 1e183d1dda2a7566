package com.sentia.hooks.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one mapping, asked for by name. */
public final class YamlFields {
    private final YamlValue owner;
    private final Map<String, YamlValue> fields;

    /** The fields of a value; those with another name than the allowed ones are complained about. */
    public YamlFields(YamlValue owner, List<String> allowed) {
        this.owner = owner;
        this.fields = owner.fields();
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                value.wrong("is not known; allowed are " + String.join(", ", allowed));
            }
        });
    }

    /** A field that may be missing. */
    public Optional<YamlValue> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field that must be there. */
    public Optional<YamlValue> required(String name) {
        if (!fields.containsKey(name)) {
            owner.wrong("lacks the field " + name);
        }
        return optional(name);
    }

    /** The text of a field that must be there; empty after a complaint. */
    public String text(String name) {
        return required(name).flatMap(YamlValue::text).orElse("");
    }

    /** The text of a field that may be missing. */
    public Optional<String> optionalText(String name) {
        return optional(name).flatMap(YamlValue::text);
    }
}
