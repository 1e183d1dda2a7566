package com.sentia.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstOrderTest {
    private static final int CUSTOMERS = 3;
    private static final int INSTANTS = 6;
    private static final int VERSIONS = 200;

    @Test
    void makesTheNextOrderTheFirstWhenTheFirstIsTakenBack() {
        Customer customer = new Customer();
        customer.take(new FactDiff(List.of(), List.of(first(2, "UK"))));
        customer.take(new FactDiff(List.of(), List.of(first(3, "EU"))));

        FactDiff diff = customer.take(new FactDiff(List.of(first(2, "UK")), List.of()));

        assertThat(diff).isEqualTo(new FactDiff(List.of(first(2, "UK")), List.of(first(3, "EU"))));
        assertThat(customer.take(new FactDiff(List.of(first(3, "EU")), List.of())))
                .isEqualTo(new FactDiff(List.of(first(3, "EU")), List.of()));
    }

    @Test
    void saysNothingOfAnOrderThatIsNotTheFirst() {
        Customer customer = new Customer();
        customer.take(new FactDiff(List.of(), List.of(first(2, "UK"))));

        assertThat(customer.take(new FactDiff(List.of(), List.of(first(5, "UK"))))
                        .isEmpty())
                .isTrue();
        assertThat(customer.take(new FactDiff(List.of(first(5, "UK")), List.of()))
                        .isEmpty())
                .isTrue();
        assertThat(customer.take(new FactDiff(List.of(), List.of(first(1, "UK")))))
                .isEqualTo(new FactDiff(List.of(first(2, "UK")), List.of(first(1, "UK"))));
    }

    @Test
    void leavesOutOrdersOfNobodyKnownAndChangesThatSayNothingOfTheCustomer() {
        FactDiff diff = new FactDiff(
                List.of(order(1, "UK", "c1", 10), order(2, "UK", null, 10)),
                List.of(order(1, "UK", "c1", 20), order(2, "UK", "c2", 10)));

        assertThat(FirstOrder.byCustomer(diff))
                .isEqualTo(Map.of("c2", new FactDiff(List.of(), List.of(first(2, "UK")))));
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 20), new Random().longs(4));
    }

    /** Orders come, move, change hands and are cancelled; at each step the firsts told so far are those that are true. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheFirstOfTheOrdersThatCountWhateverHappensToThem(long seed) {
        Random random = new Random(seed);
        Map<String, Customer> customers = new HashMap<>();
        Map<Integer, List<Fact>> orders = new HashMap<>();
        List<Fact> told = new ArrayList<>();
        for (int v = 0; v < VERSIONS; v++) {
            int order = random.nextInt(12);
            List<Fact> after = random.nextInt(4) == 0 ? List.of() : List.of(order(random));
            List<Fact> before = orders.put(order, after);
            FactDiff diff = FactDiff.between(before == null ? List.of() : before, after);
            FirstOrder.byCustomer(diff).forEach((customer, its) -> {
                FactDiff change = customers
                        .computeIfAbsent(customer, absent -> new Customer())
                        .take(its);
                change.retractions()
                        .forEach(fact -> assertThat(told.remove(fact)).isTrue());
                told.addAll(change.additions());
            });
            assertThat(told).containsExactlyInAnyOrderElementsOf(firsts(orders));
        }
    }

    private static List<Fact> firsts(Map<Integer, List<Fact>> orders) {
        Map<String, Fact> firsts = new HashMap<>();
        orders.values().stream()
                .flatMap(List::stream)
                .filter(order -> order.text(Attribute.CUSTOMER) != null)
                .forEach(order -> firsts.merge(
                        String.valueOf(order.text(Attribute.CUSTOMER)),
                        first(order.timeMicros(), String.valueOf(order.text(Attribute.REGION))),
                        (one, other) -> EARLIER.compare(one, other) <= 0 ? one : other));
        return List.copyOf(firsts.values());
    }

    private static final Comparator<Fact> EARLIER = Comparator.comparingLong(Fact::timeMicros)
            .thenComparing(fact -> String.valueOf(fact.text(Attribute.REGION)));

    private static Fact order(Random random) {
        int customer = random.nextInt(CUSTOMERS + 1);
        return order(
                random.nextInt(INSTANTS),
                random.nextBoolean() ? "UK" : "EU",
                customer == CUSTOMERS ? null : "c" + customer,
                random.nextInt(3));
    }

    private static Fact order(long instant, String region, @Nullable String customer, long amount) {
        return Sales.fact(FactKind.ORDER, instant, "shopify", region, null, 0, amount, customer);
    }

    private static Fact first(long instant, String region) {
        return Sales.fact(FactKind.NEW_CUSTOMER, instant, "shopify", region, null, 0, 0, null);
    }

    /** What is known of one, in memory. */
    private static final class Customer implements FirstOrder.Orders {
        private final TreeMap<Long, List<Fact>> orders = new TreeMap<>();

        FactDiff take(FactDiff diff) {
            return FirstOrder.step(this, earliest(), diff);
        }

        @Override
        public List<Fact> at(long instant) {
            return orders.getOrDefault(instant, List.of());
        }

        @Override
        public void keep(long instant, List<Fact> some) {
            if (some.isEmpty()) {
                orders.remove(instant);
            } else {
                orders.put(instant, some);
            }
        }

        @Override
        public @Nullable Long earliest() {
            return orders.isEmpty() ? null : orders.firstKey();
        }
    }
}
