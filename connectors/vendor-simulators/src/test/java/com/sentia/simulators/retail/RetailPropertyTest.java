package com.sentia.simulators.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every file, however its invoices are dealt out. */
class RetailPropertyTest {
    private static final int ORDERS = 6;

    @Provide
    Arbitrary<List<RetailLine>> lines() {
        Arbitrary<RetailLine> line = Combinators.combine(
                        Arbitraries.integers().between(1, 2 * ORDERS),
                        Arbitraries.of("A", "Z", "POST", "D"),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("ann", "bob", ""))
                .as((invoice, code, quantity, customer) -> new RetailLine(
                        0,
                        invoice,
                        invoice > ORDERS,
                        LineKind.ofCode(code),
                        code,
                        code,
                        quantity,
                        1_000_000,
                        // Orders and cancellations interleave, some at the same second.
                        invoice * 7L % ORDERS * 10_000,
                        customer.isEmpty() ? null : customer,
                        "France"));
        return line.list().ofMinSize(1).ofMaxSize(40).map(RetailPropertyTest::numbered);
    }

    private static List<RetailLine> numbered(List<RetailLine> lines) {
        List<RetailLine> numbered = new ArrayList<>();
        for (RetailLine line : lines) {
            numbered.add(new RetailLine(
                    numbered.size() + 1,
                    line.invoice(),
                    line.cancellation(),
                    line.kind(),
                    line.code(),
                    line.title(),
                    line.quantity(),
                    line.priceMicros(),
                    line.localSecond(),
                    line.customer(),
                    line.country()));
        }
        return numbered;
    }

    private static RetailHistory history(List<RetailLine> lines) {
        return RetailHistory.of(
                new RetailFile(lines.size(), lines, Map.of(), RetailPropertyTest.last(lines)), new DateShift(0));
    }

    private static long last(List<RetailLine> lines) {
        return lines.stream().mapToLong(RetailLine::localSecond).max().orElseThrow();
    }

    @Property
    void refundsNoUnitTwice(@ForAll("lines") List<RetailLine> lines) {
        for (RetailOrder order : history(lines).orders()) {
            for (OrderLine line : order.goods()) {
                int refunded = order.refunds().stream()
                        .flatMap(refund -> refund.parts().stream())
                        .filter(part -> part.line().number() == line.number())
                        .mapToInt(RefundPart::units)
                        .sum();
                assertThat(order.carrier() || refunded <= line.quantity()).isTrue();
            }
        }
    }

    @Property
    void givesEveryLineExactlyOnePlace(@ForAll("lines") List<RetailLine> lines) {
        Map<Integer, Integer> units = new HashMap<>();
        for (RetailOrder order : history(lines).orders()) {
            if (!order.carrier()) {
                order.goods().forEach(line -> units.merge(line.number(), line.quantity(), Integer::sum));
                order.shipping().forEach(charge -> units.merge(charge.number(), units(charge), Integer::sum));
                order.discounts().forEach(charge -> units.merge(charge.number(), units(charge), Integer::sum));
            }
            for (Refund refund : order.refunds()) {
                refund.parts().forEach(part -> units.merge(part.sourceLine(), part.units(), Integer::sum));
                refund.shipping().forEach(charge -> units.merge(charge.number(), units(charge), Integer::sum));
                refund.discounts().forEach(charge -> units.merge(charge.number(), units(charge), Integer::sum));
            }
        }

        assertThat(units).hasSameSizeAs(lines);
        lines.forEach(line -> assertThat(units).containsEntry(line.number(), line.quantity()));
    }

    @Property
    void neverReusesAnId(@ForAll("lines") List<RetailLine> lines) {
        RetailHistory history = history(lines);

        assertThat(history.orders()).extracting(RetailOrder::id).doesNotHaveDuplicates();
        List<Refund> refunds = history.orders().stream()
                .flatMap(order -> order.refunds().stream())
                .toList();
        assertThat(refunds).extracting(Refund::id).doesNotHaveDuplicates();
        assertThat(refunds.stream().flatMap(refund -> refund.parts().stream()))
                .extracting(RefundPart::id)
                .doesNotHaveDuplicates();
    }

    @Property
    void matchesUnitByUnitAsTheRulesAreWritten(@ForAll("lines") List<RetailLine> lines) {
        Map<String, Integer> matched = new HashMap<>();
        history(lines).orders().stream()
                .filter(order -> !order.carrier())
                .flatMap(order -> order.refunds().stream())
                .flatMap(refund -> refund.parts().stream())
                .forEach(part ->
                        matched.merge(part.sourceLine() + ">" + part.line().number(), part.units(), Integer::sum));

        assertThat(matched).isEqualTo(new UnitByUnit(lines).match());
    }

    private static int units(Charge charge) {
        return (int) (charge.amountMicros() / 1_000_000);
    }
}
