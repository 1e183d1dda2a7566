package com.sentia.simulators.shopify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the value of one field of an object. A value is null, a text, a number, a truth value, an enum constant, an
 * object of a known type, or a list of these.
 */
@FunctionalInterface
interface Fetcher<S> {
    @Nullable
    Object fetch(S source, Map<String, Object> arguments, Moment moment);
}
