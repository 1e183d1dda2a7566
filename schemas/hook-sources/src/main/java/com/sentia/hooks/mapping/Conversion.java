package com.sentia.hooks.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a field's value of the JSON value found for it. */
@FunctionalInterface
interface Conversion {
    /**
     * The value.
     *
     * @param value neither missing nor null
     * @param at where it stands, for complaints
     */
    Object of(JsonNode value, String at) throws UnfitValueException;
}
