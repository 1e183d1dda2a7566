package com.sentia.simulators.shopify;

import com.sentia.simulators.retail.Charge;
import com.sentia.simulators.retail.Refund;
import com.sentia.simulators.retail.RetailOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** A shop's customers, told from its orders: there from the first one on, changed by each change of one. */
final class Customers {
    /** A customer as the shop knew it at a moment. */
    record Account(Person person, long createdAt, long updatedAt, int orders, long spentMicros) {}

    private record Purchases(Person person, List<RetailOrder> orders) {
        Optional<Account> at(long second) {
            List<RetailOrder> placed =
                    orders.stream().filter(order -> order.placedAt() <= second).toList();
            return placed.isEmpty() ? Optional.empty() : Optional.of(account(placed, second));
        }

        private Account account(List<RetailOrder> placed, long second) {
            long updatedAt = placed.stream()
                    .mapToLong(order -> order.updatedAt(second))
                    .max()
                    .orElseThrow();
            long spent = placed.stream()
                    .filter(order -> !order.isCancelledBy(second))
                    .mapToLong(order -> paid(order, second))
                    .sum();
            return new Account(person, placed.get(0).placedAt(), updatedAt, placed.size(), Math.max(0, spent));
        }
    }

    private final Map<Long, Purchases> byId = new HashMap<>();

    Customers(List<RetailOrder> shopOrders) {
        shopOrders.stream()
                .sorted(Comparator.comparingLong(RetailOrder::placedAt))
                .forEach(this::add);
    }

    Optional<Account> account(long id, long second) {
        return Optional.ofNullable(byId.get(id)).flatMap(purchases -> purchases.at(second));
    }

    /** All there are at an epoch second. */
    List<Account> accounts(long second) {
        return byId.values().stream()
                .flatMap(purchases -> purchases.at(second).stream())
                .toList();
    }

    /** A page of the customers that a search finds at a moment. */
    Connection page(Map<String, Object> arguments, long second) {
        ToLongFunction<Account> value = switch (String.valueOf(arguments.get("sortKey"))) {
            case "ID" -> account -> account.person().id();
            case "CREATED_AT" -> Account::createdAt;
            case "UPDATED_AT" -> Account::updatedAt;
            default -> throw new QueryRefused("not simulated: sort key " + arguments.get("sortKey"), "NOT_SIMULATED");
        };
        List<Account> sorted = found(arguments, second).stream()
                .sorted(Comparator.comparingLong(value)
                        .thenComparingLong(account -> account.person().id()))
                .toList();
        return Connection.of(
                        sorted,
                        account -> new Cursor(
                                value.applyAsLong(account), account.person().id()),
                        PageRequest.of(arguments))
                .map(Account::person, Account.class);
    }

    int count(Map<String, Object> arguments, long second) {
        return found(arguments, second).size();
    }

    private List<Account> found(Map<String, Object> arguments, long second) {
        SearchQuery search =
                SearchQuery.parse(arguments.get("query"), second).allowOnly("updated_at", "created_at", "id");
        return accounts(second).stream()
                .filter(account -> search.range("updated_at").contains(account.updatedAt()))
                .filter(account -> search.range("created_at").contains(account.createdAt()))
                .filter(account -> search.range("id").contains(account.person().id()))
                .toList();
    }

    private void add(RetailOrder order) {
        if (order.customer() != null) {
            Person person = Person.of(order.customer());
            byId.computeIfAbsent(person.id(), id -> new Purchases(person, new ArrayList<>()))
                    .orders()
                    .add(order);
        }
    }

    private static long paid(RetailOrder order, long second) {
        long goods = order.goods().stream()
                .mapToLong(line -> line.priceMicros() * line.quantity())
                .sum();
        long refunded =
                order.refundsBy(second).stream().mapToLong(Refund::amountMicros).sum();
        return goods + sum(order.shipping()) - sum(order.discounts()) - refunded;
    }

    private static long sum(List<Charge> charges) {
        return charges.stream().mapToLong(Charge::amountMicros).sum();
    }
}
