package com.sentia.verification.bench;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether two contenders found the same.
 *
 * @param windows how many values both have
 * @param differences how many values differ or are missing on one side
 * @param first the first difference, for people
 */
record Comparison(long windows, long differences, Optional<String> first) {

    static Comparison of(Map<String, String> expected, Map<String, String> found) {
        TreeMap<String, String> either = new TreeMap<>(expected);
        found.forEach(either::putIfAbsent);
        long same = 0;
        long different = 0;
        Optional<String> first = Optional.empty();
        for (String window : either.keySet()) {
            String one = expected.get(window);
            String other = found.get(window);
            if (Objects.equals(one, other)) {
                same++;
            } else {
                different++;
                if (first.isEmpty()) {
                    first = Optional.of(window + ": " + one + " against " + other);
                }
            }
        }
        return new Comparison(same, different, first);
    }

    /** Nothing at all is not equal: it proves nothing. */
    boolean isEqual() {
        return differences == 0 && windows > 0;
    }
}
