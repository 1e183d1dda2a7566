package com.sentia.verification.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of the demo's data, done step by step as they read, for files too small for it to matter. */
final class NaiveFacts {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long DAY_SECONDS = 24 * 3600;

    private final List<Invoice> orders = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** What a fact counts as. */
    enum Measure {
        GOODS,
        DISCOUNT,
        RETURN,
        /** The same as a return, when its order was placed. */
        COHORT_RETURN,
        REFUND,
        ORDER,
        /** A customer's first order. */
        NEW_CUSTOMER,
        PLACEMENT,
        CANCELLATION
    }

    /** One thing that counts; pennies and units are 0 where they mean nothing. */
    record Fact(
            Measure measure,
            Instant at,
            String region,
            @Nullable String sku,
            @Nullable String customer,
            long pennies,
            long units) {}

    private record Item(String sku, long quantity, long pennies, AtomicLong left) {}

    private record Taken(@Nullable Invoice from, Item by, long quantity) {}

    private record Invoice(
            long number,
            Instant at,
            @Nullable String customer,
            String region,
            List<Item> goods,
            List<Long> discounts,
            List<Taken> takenFromIt) {
        boolean isCancelled() {
            long sold = goods.stream().mapToLong(Item::quantity).sum();
            return sold > 0
                    && sold == takenFromIt.stream().mapToLong(Taken::quantity).sum();
        }
    }

    static List<Fact> of(RandomRetailFile file) {
        NaiveFacts naive = new NaiveFacts();
        Map<String, List<RandomRetailFile.Line>> invoices = file.lines().stream()
                .filter(NaiveFacts::isAccepted)
                .collect(
                        Collectors.groupingBy(RandomRetailFile.Line::invoice, LinkedHashMap::new, Collectors.toList()));
        List<Invoice> cancellations = new ArrayList<>();
        invoices.forEach((invoice, lines) ->
                (invoice.startsWith("C") ? cancellations : naive.orders).add(invoice(invoice, lines)));
        cancellations.sort(Comparator.comparing(Invoice::at).thenComparing(Invoice::number));
        List<List<Taken>> spread = cancellations.stream().map(naive::spread).toList();
        naive.orders.forEach(naive::countOrder);
        naive.countNewCustomers();
        for (int i = 0; i < cancellations.size(); i++) {
            naive.countCancellation(cancellations.get(i), spread.get(i));
        }
        return naive.facts;
    }

    private static boolean isAccepted(RandomRetailFile.Line line) {
        return !line.code().equals("M") && line.pennies() > 0 && line.quantity() != 0;
    }

    private static Invoice invoice(String invoice, List<RandomRetailFile.Line> lines) {
        RandomRetailFile.Line first = lines.get(0);
        List<Item> goods = lines.stream()
                .filter(line -> !Set.of("POST", "D").contains(line.code()))
                .map(line -> new Item(
                        line.code().strip().toUpperCase(java.util.Locale.ROOT),
                        Math.abs(line.quantity()),
                        line.pennies(),
                        new AtomicLong(Math.abs(line.quantity()))))
                .toList();
        return new Invoice(
                Long.parseLong(invoice.replace("C", "")),
                lines.stream()
                        .map(line -> line.time().atZone(LONDON).toInstant())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                first.customer(),
                switch (first.country()) {
                    case "United Kingdom" -> "UK";
                    case "EIRE" -> "EU";
                    default -> "USA";
                },
                goods,
                lines.stream()
                        .filter(line -> line.code().equals("D"))
                        .map(line -> Math.abs(line.quantity()) * line.pennies())
                        .toList(),
                new ArrayList<>());
    }

    private List<Taken> spread(Invoice cancellation) {
        List<Taken> parts = new ArrayList<>();
        for (Item item : cancellation.goods()) {
            long wanted = item.quantity();
            List<Invoice> latestFirst = orders.stream()
                    .filter(order -> order.at().isBefore(cancellation.at()))
                    .filter(order ->
                            order.customer() != null && order.customer().equals(cancellation.customer()))
                    .sorted(Comparator.comparing(Invoice::at)
                            .thenComparing(Invoice::number)
                            .reversed())
                    .toList();
            for (Invoice order : latestFirst) {
                for (Item sold : order.goods()) {
                    long taken = sold.sku().equals(item.sku())
                            ? Math.min(wanted, sold.left().get())
                            : 0;
                    if (taken > 0) {
                        sold.left().addAndGet(-taken);
                        wanted -= taken;
                        Taken part = new Taken(order, item, taken);
                        parts.add(part);
                        if (!cancellation.at().isAfter(order.at().plusSeconds(DAY_SECONDS))) {
                            order.takenFromIt().add(part);
                        }
                    }
                }
            }
            if (wanted > 0) {
                parts.add(new Taken(null, item, wanted));
            }
        }
        return parts;
    }

    private void countOrder(Invoice order) {
        facts.add(new Fact(Measure.PLACEMENT, order.at(), order.region(), null, null, 0, 0));
        if (order.isCancelled()) {
            facts.add(new Fact(Measure.CANCELLATION, order.at(), order.region(), null, null, 0, 0));
            return;
        }
        facts.add(new Fact(Measure.ORDER, order.at(), order.region(), null, order.customer(), 0, 0));
        for (Item item : order.goods()) {
            facts.add(new Fact(
                    Measure.GOODS,
                    order.at(),
                    order.region(),
                    item.sku(),
                    null,
                    item.quantity() * item.pennies(),
                    item.quantity()));
        }
        for (long discount : order.discounts()) {
            facts.add(new Fact(Measure.DISCOUNT, order.at(), order.region(), null, null, discount, 0));
        }
    }

    private void countNewCustomers() {
        Set<String> known = new HashSet<>();
        orders.stream()
                .filter(order -> !order.isCancelled())
                .sorted(Comparator.comparing(Invoice::at).thenComparing(Invoice::region))
                .forEach(order -> {
                    if (order.customer() != null && known.add(order.customer())) {
                        facts.add(new Fact(Measure.NEW_CUSTOMER, order.at(), order.region(), null, null, 0, 0));
                    }
                });
    }

    private void countCancellation(Invoice cancellation, List<Taken> parts) {
        Set<Long> refunded = new HashSet<>();
        for (Taken part : parts) {
            if (counts(part.from())) {
                countPart(cancellation, part);
                if (refunded.add(part.from() == null ? -1 : part.from().number())) {
                    String region = region(cancellation, part.from());
                    facts.add(new Fact(Measure.REFUND, cancellation.at(), region, null, null, 0, 0));
                }
            }
        }
        Invoice first = parts.stream()
                .map(Taken::from)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        for (long discount : cancellation.discounts()) {
            if (counts(first)) {
                facts.add(new Fact(
                        Measure.DISCOUNT, cancellation.at(), region(cancellation, first), null, null, discount, 0));
            }
        }
    }

    private void countPart(Invoice cancellation, Taken part) {
        Invoice order = part.from();
        String region = region(cancellation, order);
        long pennies = part.quantity() * part.by().pennies();
        facts.add(new Fact(Measure.RETURN, cancellation.at(), region, part.by().sku(), null, pennies, 0));
        if (order != null) {
            facts.add(new Fact(Measure.COHORT_RETURN, order.at(), region, null, null, pennies, 0));
        }
    }

    private static boolean counts(@Nullable Invoice order) {
        return order == null || !order.isCancelled();
    }

    private static String region(Invoice cancellation, @Nullable Invoice order) {
        return order == null ? cancellation.region() : order.region();
    }
}
