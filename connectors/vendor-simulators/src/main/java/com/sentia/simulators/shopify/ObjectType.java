package com.sentia.simulators.shopify;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type of the schema as it is simulated: which class stands for it and which of its fields have a value. */
final class ObjectType<S> {
    private final Class<S> source;
    private final @Nullable String name;
    private final int cost;
    private final Map<String, Fetcher<S>> fields = new HashMap<>();

    private ObjectType(Class<S> source, @Nullable String name, int cost) {
        this.source = source;
        this.name = name;
        this.cost = cost;
    }

    static <S> ObjectType<S> of(Class<S> source, String name) {
        return new ObjectType<>(source, name, 1);
    }

    /** A part of paging: it costs nothing, and its class stands for many types. */
    static <S> ObjectType<S> structure(Class<S> source) {
        return new ObjectType<>(source, null, 0);
    }

    ObjectType<S> with(String field, Fetcher<S> fetcher) {
        fields.put(field, fetcher);
        return this;
    }

    /** A field that depends on the object alone. */
    ObjectType<S> with(String field, Function<S, @Nullable Object> value) {
        return with(field, (object, arguments, moment) -> value.apply(object));
    }

    /** Fields that always have the same value. */
    ObjectType<S> always(@Nullable Object value, String... names) {
        for (String field : names) {
            with(field, (object, arguments, moment) -> value);
        }
        return this;
    }

    Class<S> source() {
        return source;
    }

    @Nullable
    String name() {
        return name;
    }

    int cost() {
        return cost;
    }

    @Nullable
    Object fetch(Object object, String field, Map<String, Object> arguments, Moment moment) {
        Fetcher<S> fetcher = fields.get(field);
        if (fetcher == null) {
            throw new QueryRefused(
                    "not simulated: " + (name == null ? source.getSimpleName() : name) + "." + field, "NOT_SIMULATED");
        }
        return fetcher.fetch(source.cast(object), arguments, moment);
    }
}
