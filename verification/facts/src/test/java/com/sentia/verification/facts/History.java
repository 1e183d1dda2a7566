package com.sentia.verification.facts;

import com.sentia.schemas.topics.Topic;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** A history to look at: small enough that many can be made, long enough for returns, failures and invoices due. */
record History(long seed, FactHistory facts) {
    static final int DAYS = 36;
    private static final int ORDERS_A_DAY = 8;

    /** Prints the seed, so that a failure can be made again. */
    static History of(long seed) {
        System.out.println("fact history of seed " + seed);
        FactSettings settings = FactSettings.of(seed, DAYS).withOrdersADay(ORDERS_A_DAY);
        return new History(seed, FactHistory.of(settings));
    }

    <T extends SpecificRecord> List<T> current(Topic topic, Class<T> type) {
        return facts.current(topic).values().stream().map(type::cast).toList();
    }

    <T extends SpecificRecord> Map<String, T> byKey(Topic topic, Class<T> type) {
        Map<String, T> records = new TreeMap<>();
        facts.current(topic).forEach((key, fact) -> records.put(key, type.cast(fact)));
        return records;
    }

    /** The last of each group. */
    static <T> Map<String, T> last(List<T> records, Function<T, String> group, Function<T, Instant> at) {
        return records.stream()
                .sorted(Comparator.comparing(at))
                .collect(Collectors.toMap(group, Function.identity(), (earlier, later) -> later, TreeMap::new));
    }
}
