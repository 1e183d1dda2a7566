package com.sentia.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether memory grows while the same work goes on: what was held in the middle third of a time beside what was held in its last.
 * In the first third caches fill.
 *
 * @param middle megabytes of each part, median of the middle third
 * @param last the same of the last third
 */
record MemoryTrend(Map<String, Long> middle, Map<String, Long> last) {
    private static final int THIRDS = 3;

    static MemoryTrend of(List<Map<String, Long>> samples) {
        int third = samples.size() / THIRDS;
        return new MemoryTrend(
                medians(samples.subList(third, 2 * third)), medians(samples.subList(2 * third, samples.size())));
    }

    /** What all parts hold in the last third per what they held in the middle one; 0 when there was too little to measure. */
    double growth() {
        long before = sum(middle);
        return before == 0 ? 0 : (double) sum(last) / before;
    }

    private static Map<String, Long> medians(List<Map<String, Long>> samples) {
        TreeSet<String> parts = new TreeSet<>();
        samples.forEach(sample -> parts.addAll(sample.keySet()));
        Map<String, Long> medians = new TreeMap<>();
        for (String part : parts) {
            List<Long> held = new ArrayList<>();
            for (Map<String, Long> sample : samples) {
                // A part that is down at a moment is no saving.
                if (sample.getOrDefault(part, 0L) > 0) {
                    held.add(sample.get(part));
                }
            }
            held.sort(Long::compare);
            medians.put(part, held.isEmpty() ? 0 : held.get(held.size() / 2));
        }
        return medians;
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
