package com.sentia.hooks;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Set;

/**
 * How a deletion is told.
 *
 * @param pointer to what happened
 * @param deletes the values that say that the record is gone
 */
public record OpRule(JsonPointer pointer, Set<String> deletes) {
    public OpRule {
        deletes = Set.copyOf(deletes);
    }
}
