package com.sentia.verification.facts;

import com.sentia.verification.facts.Company.Article;
import com.sentia.verification.facts.Company.Shop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Orders come in, from new customers and from ones that come back; some are changed or taken back before they leave. */
final class Sales {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Duration OPENING = Duration.ofHours(7);
    private static final Duration CLOSING = Duration.ofHours(23);
    private static final Duration SECOND_THOUGHT_EARLIEST = Duration.ofMinutes(5);
    private static final Duration SECOND_THOUGHT_LATEST = Duration.ofHours(4);
    private static final int MOST_LINES = 4;
    private static final int MOST_UNITS = 5;

    private final Scene scene;
    private final Fulfilment fulfilment;
    private final Chance chance;
    private final int ordersADay;
    private final List<List<Order.Buyer>> buyers = new ArrayList<>();
    private int orders;

    Sales(Scene scene, Fulfilment fulfilment, Chance chance, int ordersADay) {
        this.scene = scene;
        this.fulfilment = fulfilment;
        this.chance = chance;
        this.ordersADay = ordersADay;
        scene.company().shops().forEach(shop -> buyers.add(new ArrayList<>()));
    }

    /** Arranges the orders of one day. */
    void open(LocalDate day) {
        int busy = WEEKEND.contains(day.getDayOfWeek()) ? 140 : 100;
        for (int place = 0; place < scene.company().shops().size(); place++) {
            Shop shop = scene.company().shops().get(place);
            List<Order.Buyer> known = buyers.get(place);
            int expected = ordersADay * shop.sharePercent() * busy / 100;
            int count = expected / 100 + (chance.in(expected % 100) ? 1 : 0) + chance.between(-1, 1);
            for (int i = 0; i < count; i++) {
                scene.timetable()
                        .at(scene.startOf(day).plus(chance.between(OPENING, CLOSING)), () -> place(shop, known));
            }
        }
    }

    private void place(Shop shop, List<Order.Buyer> known) {
        String id = Integer.toString(1000 + ++orders);
        List<Order.Line> lines = new ArrayList<>();
        for (Article article : articles()) {
            lines.add(new Order.Line(id + (lines.size() + 1), article, chance.between(1, MOST_UNITS), shop));
        }
        long goodsMicros = lines.stream()
                .mapToLong(line -> line.quantity() * line.unitPriceMicros())
                .sum();
        long discountMicros = chance.in(20) ? goodsMicros / 10 : 0;
        Order order = new Order(
                shop, id, scene.timetable().now(), buyer(shop, known), lines, discountMicros, 4 * Company.UNIT_MICROS);
        lines.forEach(line -> scene.shelf(order, line.article()).commit(line.quantity()));
        scene.journal().changed(order);
        Consignment consignment = fulfilment.plan(order);
        if (chance.in(8)) {
            later(() -> edit(order, consignment));
        }
        int fate = chance.between(0, 99);
        if (fate < 4) {
            later(() -> cancel(order, consignment));
        } else if (fate < 5) {
            later(() -> delete(order, consignment));
        }
    }

    private Set<Article> articles() {
        List<Article> goods = scene.company().goods();
        int lines = chance.between(1, MOST_LINES);
        Set<Article> picked = new LinkedHashSet<>();
        for (int i = 0; i < lines; i++) {
            // The lower of two numbers: few articles make most of the sales.
            picked.add(goods.get(Math.min(chance.between(0, goods.size() - 1), chance.between(0, goods.size() - 1))));
        }
        return picked;
    }

    private Order.Buyer buyer(Shop shop, List<Order.Buyer> known) {
        if (!known.isEmpty() && chance.in(45)) {
            return chance.pick(known);
        }
        boolean isTrade = shop.source().equals("shopify") && chance.in(20);
        Order.Buyer buyer = new Order.Buyer(
                "k1:" + shop.region().toLowerCase(Locale.ROOT) + shop.channel() + known.size(), isTrade);
        known.add(buyer);
        return buyer;
    }

    private void later(Runnable secondThought) {
        scene.timetable()
                .at(
                        scene.timetable().now().plus(chance.between(SECOND_THOUGHT_EARLIEST, SECOND_THOUGHT_LATEST)),
                        secondThought);
    }

    private void edit(Order order, Consignment consignment) {
        if (!order.isOpen() || !consignment.isPlanned()) {
            return;
        }
        Order.Line line = chance.pick(order.lines());
        long before = line.quantity();
        line.change(chance.between(1, MOST_UNITS));
        scene.shelf(order, line.article()).commit(line.quantity() - before);
        consignment.request(line);
        scene.journal().changed(order);
        scene.journal().changed(consignment);
    }

    private void cancel(Order order, Consignment consignment) {
        if (!order.isOpen() || !consignment.isPlanned()) {
            return;
        }
        order.cancel(scene.timetable().now());
        giveUp(order);
        consignment.cancel(scene.timetable().now());
        scene.journal().changed(order);
        scene.journal().changed(consignment);
    }

    private void delete(Order order, Consignment consignment) {
        if (!order.isOpen() || !consignment.isPlanned()) {
            return;
        }
        order.delete();
        giveUp(order);
        scene.journal().deleted(order);
        scene.journal().deleted(consignment);
    }

    private void giveUp(Order order) {
        order.lines().forEach(line -> scene.shelf(order, line.article()).commit(-line.quantity()));
    }
}
