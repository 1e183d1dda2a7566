package com.sentia.verification.privacy;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a search came upon.
 *
 * @param looked records, rows or lines looked at
 * @param found places with personal data, each named so that one can go there; none repeats what stands there
 */
public record Sweep(long looked, List<String> found) {
    public Sweep {
        found = List.copyOf(found);
    }

    /** Both together. */
    public Sweep and(Sweep other) {
        return new Sweep(
                looked + other.looked,
                Stream.concat(found.stream(), other.found.stream()).toList());
    }
}
