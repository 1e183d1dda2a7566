package com.sentia.gateway.hook;

import org.jspecify.annotations.Nullable;

/** A request's headers, whatever server they came by. */
@FunctionalInterface
public interface Headers {
    /** The value of the header of that name, in any case of letters; null when there is none. */
    @Nullable
    String get(String name);
}
