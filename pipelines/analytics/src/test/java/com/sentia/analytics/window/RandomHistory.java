package com.sentia.analytics.window;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Versions of orders and refunds in a random order of arrival, some twice, with watermarks strewn in that make some late.
 */
public final class RandomHistory {
    /** A version of an entity, or a watermark when there is no entity. */
    public record Event(@Nullable String entity, @Nullable EntityFacts version, long finalTo) {}

    private final Random random;
    private final long start;
    private final long span;

    public RandomHistory(long seed, long start, long span) {
        this.random = new Random(seed);
        this.start = start;
        this.span = span;
    }

    public List<Event> events(int entities) {
        List<Event> events = new ArrayList<>();
        for (int e = 0; e < entities; e++) {
            boolean isRefund = random.nextInt(4) == 0;
            int versions = 1 + random.nextInt(3);
            long time = time();
            List<Fact> facts = isRefund ? refund(time) : order(time);
            for (int v = 0; v < versions; v++) {
                events.add(new Event(
                        (isRefund ? "refund/" : "order/") + e,
                        new EntityFacts(new EntityVersion(start + span + v / 2, v % 2, random.nextInt(2)), facts),
                        0));
                facts = edited(facts, isRefund);
            }
        }
        List<Event> again = new ArrayList<>(events.subList(0, events.size() / 4));
        events.addAll(again);
        if (random.nextBoolean()) {
            Collections.shuffle(events, random);
        }
        int marks = random.nextInt(12);
        for (int m = 0; m < marks; m++) {
            events.add(random.nextInt(events.size() + 1), new Event(null, null, 0));
        }
        long finalTo = start - Batch.DAY;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).entity() == null) {
                finalTo += (long) (random.nextDouble() * 2 * (span + 2 * Batch.DAY) / marks);
                events.set(i, new Event(null, null, finalTo / 1000 * 1000));
            }
        }
        return events;
    }

    /** As on a quiet day: orders one after the other, some edited soon, and finality close behind them. */
    public List<Event> steady(int orders) {
        List<Event> events = new ArrayList<>();
        long time = start;
        long finalTo = start - Batch.DAY;
        for (int e = 0; e < orders; e++) {
            time += (long) (random.nextDouble() * 2 * span / orders);
            List<Fact> facts = order(time);
            for (int v = random.nextInt(3) == 0 ? 2 : 1; v > 0; v--) {
                events.add(new Event(
                        "order/" + e, new EntityFacts(new EntityVersion(start + span + e, 2 - v, 0), facts), 0));
                facts = random.nextBoolean() ? List.of(placement(time, "cancelled")) : order(time);
            }
            finalTo = Math.max(finalTo, time - (long) (random.nextDouble() * 40 * Batch.MINUTE));
            events.add(new Event(null, null, finalTo / 1000 * 1000));
        }
        return events;
    }

    private List<Fact> edited(List<Fact> facts, boolean isRefund) {
        return switch (random.nextInt(6)) {
            case 0 -> isRefund ? List.of() : List.of(placement(timeOf(facts), "cancelled"));
            case 1 -> facts;
            case 2 -> isRefund ? refund(time()) : order(time());
            case 3 -> facts.isEmpty() ? facts : facts.subList(0, facts.size() - 1);
            default -> {
                List<Fact> more = new ArrayList<>(facts);
                more.addAll(isRefund ? refund(timeOf(facts)) : goods(timeOf(facts)));
                yield more;
            }
        };
    }

    private long timeOf(List<Fact> facts) {
        return facts.isEmpty() ? time() : facts.get(0).timeMicros();
    }

    private List<Fact> order(long time) {
        List<Fact> facts = new ArrayList<>();
        facts.add(placement(time, "placed"));
        facts.add(fact(FactKind.ORDER, time, null, 0, 0, random.nextInt(3) == 0 ? null : "c" + random.nextInt(3)));
        facts.addAll(goods(time));
        if (random.nextInt(3) == 0) {
            facts.add(fact(FactKind.DISCOUNT, time, null, 0, money(), null));
        }
        return facts;
    }

    private List<Fact> goods(long time) {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            facts.add(fact(FactKind.GOODS, time, "S" + random.nextInt(2), 1 + random.nextInt(3), money(), null));
        }
        return facts;
    }

    /** Of an order placed at any time before, or of none. */
    private List<Fact> refund(long time) {
        if (random.nextInt(4) == 0) {
            return List.of(fact(FactKind.DISCOUNT, time, null, 0, money(), null));
        }
        List<Fact> facts = new ArrayList<>();
        String sku = "S" + random.nextInt(2);
        long amount = money();
        facts.add(fact(FactKind.RETURN, time, sku, 1, amount, null));
        if (random.nextInt(4) > 0) {
            facts.add(fact(FactKind.COHORT_RETURN, Math.min(time, time()), sku, 1, amount, null));
        }
        facts.add(fact(FactKind.REFUND, time, null, 0, amount, null));
        return facts;
    }

    private Fact placement(long time, String state) {
        return Fact.of(FactKind.PLACEMENT, time)
                .with(Attribute.SOURCE, "shopify")
                .with(Attribute.REGION, "UK")
                .with(Attribute.STATE, state)
                .build();
    }

    private Fact fact(
            FactKind kind, long time, @Nullable String sku, long units, long amount, @Nullable String customer) {
        String region = random.nextInt(3) == 0 ? "EU" : "UK";
        return Sales.fact(
                kind, time, "shopify", region, kind == FactKind.DISCOUNT ? null : sku, units, amount, customer);
    }

    /** Few different amounts, zero among them, so that values often come back to what they were. */
    private long money() {
        return List.of(0L, 1_000_000L, 1_000_000L, 2_500_000L, 333_333L).get(random.nextInt(5));
    }

    /** Some instants on slice borders, some shared. */
    private long time() {
        return switch (random.nextInt(4)) {
            case 0 -> start + random.nextInt((int) (span / Batch.HOUR)) * Batch.HOUR;
            case 1 -> start + random.nextInt((int) (span / (5 * Batch.MINUTE))) * (5 * Batch.MINUTE) - 1;
            default -> start + (long) (random.nextDouble() * span);
        };
    }
}
