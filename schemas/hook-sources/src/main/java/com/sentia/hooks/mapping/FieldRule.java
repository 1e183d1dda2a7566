package com.sentia.hooks.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one field of a canonical record is made. */
sealed interface FieldRule {
    /**
     * The value.
     *
     * @param owner the object that pointers start at
     * @param path where that object stands
     */
    @Nullable
    Object make(JsonNode owner, String path) throws UnfitValueException;

    /** Where something is missing without which no record can be made. */
    Optional<String> missing(JsonNode owner, String path);

    /** Always the same. */
    record Constant(Object value) implements FieldRule {
        @Override
        public Object make(JsonNode owner, String path) {
            return value;
        }

        @Override
        public Optional<String> missing(JsonNode owner, String path) {
            return Optional.empty();
        }
    }

    /**
     * Taken from the payload.
     *
     * @param isOptional whether the contract can do without it
     * @param otherwise the contract's own value then
     */
    record Taken(
            JsonPointer pointer,
            Conversion conversion,
            boolean isOptional,
            @Nullable Object otherwise) implements FieldRule {
        @Override
        public @Nullable Object make(JsonNode owner, String path) throws UnfitValueException {
            JsonNode value = owner.at(pointer);
            if (!isAbsent(value)) {
                return conversion.of(value, path + pointer);
            }
            if (isOptional) {
                return otherwise;
            }
            throw new UnfitValueException(path + pointer, "is missing");
        }

        @Override
        public Optional<String> missing(JsonNode owner, String path) {
            return isOptional || !isAbsent(owner.at(pointer)) ? Optional.empty() : Optional.of(path + pointer);
        }

        private boolean isAbsent(JsonNode value) {
            boolean isBlank = value.isTextual() && value.textValue().isBlank();
            return value.isMissingNode() || value.isNull() || (isOptional && isBlank);
        }
    }

    /** A list, of one record for each object of a list in the payload. */
    record Each(JsonPointer pointer, RecordRule element) implements FieldRule {
        @Override
        public Object make(JsonNode owner, String path) throws UnfitValueException {
            JsonNode list = owner.at(pointer);
            String at = path + pointer;
            if (!list.isArray()) {
                throw new UnfitValueException(at, list.isMissingNode() ? "is missing" : "must be a list");
            }
            List<Object> made = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                made.add(element.make(list.get(i), at + "/" + i));
            }
            return made;
        }

        @Override
        public Optional<String> missing(JsonNode owner, String path) {
            JsonNode list = owner.at(pointer);
            String at = path + pointer;
            if (list.isMissingNode() || list.isNull()) {
                return Optional.of(at);
            }
            for (int i = 0; i < list.size(); i++) {
                Optional<String> missing = element.missing(list.get(i), at + "/" + i);
                if (missing.isPresent()) {
                    return missing;
                }
            }
            return Optional.empty();
        }
    }
}
