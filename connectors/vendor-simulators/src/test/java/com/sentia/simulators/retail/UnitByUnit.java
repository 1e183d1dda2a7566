package com.sentia.simulators.retail;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rule of cancellations in its slowest and plainest form: every unit looks at every line. */
final class UnitByUnit {
    private final List<RetailLine> lines;
    private final Map<Integer, Integer> left = new HashMap<>();

    UnitByUnit(List<RetailLine> lines) {
        this.lines = lines;
        lines.forEach(line -> left.put(line.number(), line.quantity()));
    }

    /** Units by "cancellation line>order line". */
    Map<String, Integer> match() {
        Map<String, Integer> matched = new HashMap<>();
        lines.stream()
                .filter(line -> line.cancellation() && line.kind() == LineKind.GOODS)
                .sorted(Comparator.comparingLong(this::time)
                        .thenComparingLong(RetailLine::invoice)
                        .thenComparingInt(RetailLine::number))
                .forEach(line -> {
                    for (int unit = 0; unit < line.quantity(); unit++) {
                        place(line).ifPresent(found -> {
                            left.merge(found.number(), -1, Integer::sum);
                            matched.merge(line.number() + ">" + found.number(), 1, Integer::sum);
                        });
                    }
                });
        return matched;
    }

    private Optional<RetailLine> place(RetailLine cancelled) {
        return lines.stream()
                .filter(line -> !line.cancellation() && line.code().equals(cancelled.code()))
                .filter(line -> customer(cancelled) != null && Objects.equals(customer(line), customer(cancelled)))
                .filter(line -> time(line) < time(cancelled) && Objects.requireNonNull(left.get(line.number())) > 0)
                .max(Comparator.comparingLong(this::time)
                        .thenComparingLong(RetailLine::invoice)
                        .thenComparing(
                                Comparator.comparingInt(RetailLine::number).reversed()));
    }

    private long time(RetailLine line) {
        return invoice(line).mapToLong(RetailLine::localSecond).min().orElseThrow();
    }

    private @org.jspecify.annotations.Nullable String customer(RetailLine line) {
        return invoice(line).findFirst().orElseThrow().customer();
    }

    private java.util.stream.Stream<RetailLine> invoice(RetailLine line) {
        return lines.stream()
                .filter(other -> other.invoice() == line.invoice() && other.cancellation() == line.cancellation());
    }
}
