package com.sentia.simulators.shopify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sort keys of orders that are simulated. */
enum OrderSort {
    UPDATED_AT,
    CREATED_AT,
    PROCESSED_AT,
    ID;

    static OrderSort of(@Nullable Object argument) {
        return Arrays.stream(values())
                .filter(sort -> sort.name().equals(String.valueOf(argument)))
                .findFirst()
                .orElseThrow(() -> new QueryRefused("not simulated: sort key " + argument, "NOT_SIMULATED"));
    }
}
