package com.sentia.simulators.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.simulators.retail.LineKind;
import com.sentia.simulators.retail.OrderLine;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RetailFile;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.retail.RetailOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What incidents add to the file obeys the file's rules, and is seen in its numbers. */
class SalesIncidentsTest {
    private static final IncidentPlan PLAN = Shipped.plan(1);
    private static final RetailHistory USUAL = RetailHistory.of(Shipped.FILE, Shipped.SHIFT);
    private static final RetailHistory TROUBLED = Shipped.history(PLAN);

    @Property(tries = 12)
    void addsLinesThatAreTakenAndOrdersOfKnownCustomersOnly(@ForAll @IntRange(min = 0) int seed) {
        IncidentPlan plan = Shipped.plan(seed);
        RetailFile file = Shipped.FILE.with(plan.lines());

        assertThat(plan.lines()).isNotEmpty();
        assertThat(file.rejected()).isEqualTo(Shipped.FILE.rejected());
        assertThat(file.linesTotal())
                .isEqualTo(Shipped.FILE.linesTotal() + plan.lines().size());
        assertThat(file.lastLocalSecond()).isEqualTo(Shipped.FILE.lastLocalSecond());
        List<RetailOrder> added = added(RetailHistory.of(file, Shipped.SHIFT).orders());
        Set<String> known = USUAL.orders().stream()
                .map(RetailOrder::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(added).isNotEmpty().allSatisfy(order -> assertThat(known).contains(order.customer()));
    }

    @Property(tries = 12)
    void findsAnOrderForEveryRefundAndCancelsNone(@ForAll @IntRange(min = 0) int seed) {
        RetailHistory history = Shipped.history(Shipped.plan(seed));

        assertThat(history.orders().stream().filter(RetailOrder::carrier).count())
                .isEqualTo(USUAL.orders().stream().filter(RetailOrder::carrier).count());
        assertThat(history.orders().stream()
                        .filter(SalesIncidentsTest::isCancelled)
                        .count())
                .isEqualTo(USUAL.orders().stream()
                        .filter(SalesIncidentsTest::isCancelled)
                        .count());
        Set<Long> parts = new HashSet<>();
        history.orders().stream()
                .flatMap(order -> order.refunds().stream())
                .flatMap(refund -> refund.parts().stream())
                .forEach(part -> assertThat(parts.add(part.id())).isTrue());
        assertThat(ids(history)).hasSameSizeAs(history.orders());
    }

    @Test
    void leavesWhatTheFileSaysOfItsOwnOrders() {
        Set<Long> own = ids(USUAL);

        assertThat(TROUBLED.orders().stream().filter(order -> own.contains(order.id())))
                .extracting(RetailOrder::goods)
                .isEqualTo(USUAL.orders().stream().map(RetailOrder::goods).toList());
    }

    @Test
    void sellsManyTimesTheUsualUnitsInASurge() {
        assertThat(Shipped.of(PLAN, IncidentKind.DEMAND_SURGE)).isNotEmpty().allSatisfy(surge -> {
            long usualADay = usualUnitsADay(surge);
            long then =
                    units(TROUBLED, order -> isIn(surge, order), surge.root().value());

            assertThat(then).isGreaterThan(usualADay * surge.magnitude().longValue() / 2);
            assertThat(then)
                    .isGreaterThan(3
                            * units(
                                    USUAL,
                                    order -> isIn(surge, order),
                                    surge.root().value()));
        });
    }

    @Test
    void sellsAtATenthOfThePriceInAPriceMistake() {
        assertThat(Shipped.of(PLAN, IncidentKind.PRICE_MISTAKE)).isNotEmpty().allSatisfy(mistake -> {
            double usual = averageOrder(USUAL, mistake);
            double then = averageOrder(TROUBLED, mistake);

            assertThat(then).isLessThan(usual * 0.7);
            assertThat(mistake.magnitude().doubleValue()).isBetween(0.05, 0.11);
        });
    }

    @Test
    void givesBackMuchInARefundWave() {
        assertThat(Shipped.of(PLAN, IncidentKind.REFUND_WAVE)).isNotEmpty().allSatisfy(wave -> {
            assertThat(refunds(TROUBLED, wave) - refunds(USUAL, wave))
                    .isEqualTo(wave.magnitude().longValue())
                    .isGreaterThan(2 * refunds(USUAL, wave));
        });
    }

    private static long usualUnitsADay(Incident incident) {
        long days = Shipped.FILE.accepted().stream()
                .filter(line -> line.kind() == LineKind.GOODS && !line.cancellation())
                .mapToLong(line -> Math.floorDiv(line.localSecond(), 86_400L))
                .distinct()
                .count();
        return units(USUAL, order -> true, incident.root().value()) / days;
    }

    private static long units(RetailHistory history, Predicate<RetailOrder> wanted, String sku) {
        return history.orders().stream()
                .filter(order -> !order.carrier() && wanted.test(order))
                .flatMap(order -> order.goods().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToLong(OrderLine::quantity)
                .sum();
    }

    private static double averageOrder(RetailHistory history, Incident incident) {
        return history.orders().stream()
                .filter(order -> !order.carrier() && isIn(incident, order))
                .mapToLong(order -> order.goods().stream()
                        .mapToLong(line -> line.priceMicros() * line.quantity())
                        .sum())
                .average()
                .orElse(Double.MAX_VALUE);
    }

    private static long refunds(RetailHistory history, Incident incident) {
        return history.orders().stream()
                .flatMap(order -> order.refunds().stream())
                .filter(refund -> isIn(incident, refund))
                .count();
    }

    private static boolean isIn(Incident incident, Refund refund) {
        return isIn(incident, refund.at());
    }

    private static boolean isIn(Incident incident, RetailOrder order) {
        return isIn(incident, order.placedAt())
                && order.region().name().equals(incident.within().get("region"));
    }

    private static boolean isIn(Incident incident, long second) {
        Instant at = Instant.ofEpochSecond(second);
        return !at.isBefore(incident.start()) && at.isBefore(incident.end());
    }

    private static boolean isCancelled(RetailOrder order) {
        return order.cancelledAt() != RetailOrder.NEVER;
    }

    private static Set<Long> ids(RetailHistory history) {
        return history.orders().stream().map(RetailOrder::id).collect(Collectors.toSet());
    }

    private static List<RetailOrder> added(List<RetailOrder> orders) {
        Set<Long> own = ids(USUAL);
        Stream<RetailOrder> others = orders.stream().filter(order -> !own.contains(order.id()));
        return others.toList();
    }
}
