package com.sentia.simulators.retail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All accepted lines of one invoice number, in file order: an order or a cancellation.
 *
 * @param at epoch second of the earliest line
 */
record Invoice(long number, boolean cancellation, long at, List<RetailLine> lines) {
    private record Key(long number, boolean cancellation) {}

    static List<Invoice> group(List<RetailLine> accepted, DateShift shift) {
        Map<Key, List<RetailLine>> groups = new LinkedHashMap<>();
        for (RetailLine line : accepted) {
            groups.computeIfAbsent(new Key(line.invoice(), line.cancellation()), key -> new ArrayList<>())
                    .add(line);
        }
        List<Invoice> invoices = new ArrayList<>(groups.size());
        groups.forEach((key, lines) ->
                invoices.add(new Invoice(key.number(), key.cancellation(), earliest(lines, shift), lines)));
        return invoices;
    }

    @Nullable
    String customer() {
        return lines.get(0).customer();
    }

    String country() {
        return lines.get(0).country();
    }

    List<RetailLine> goods() {
        return lines.stream().filter(line -> line.kind() == LineKind.GOODS).toList();
    }

    List<Charge> charges(LineKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(line -> new Charge(line.number(), line.title(), line.amountMicros()))
                .toList();
    }

    private static long earliest(Collection<RetailLine> lines, DateShift shift) {
        return lines.stream()
                .mapToLong(line -> shift.instant(line.localSecond()))
                .min()
                .orElseThrow();
    }
}
