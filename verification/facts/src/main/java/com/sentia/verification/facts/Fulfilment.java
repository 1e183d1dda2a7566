package com.sentia.verification.facts;

import com.sentia.schemas.ShipmentDirection;
import com.sentia.verification.facts.Consignment.Parcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Goods leave as far as there are any, the rest later; they arrive, most in time and most whole. */
final class Fulfilment {
    private static final Duration RETRY = Duration.ofHours(30);

    private final Scene scene;
    private final Books books;
    private final Returns returns;
    private final Chance chance;
    private int consignments;

    Fulfilment(Scene scene, Books books, Returns returns, Chance chance) {
        this.scene = scene;
        this.books = books;
        this.returns = returns;
        this.chance = chance;
    }

    /** Plans the whole order as one consignment. */
    Consignment plan(Order order) {
        List<Parcel> parcels = order.lines().stream()
                .map(line -> Parcel.planned(line, line.quantity()))
                .toList();
        Duration delay = chance.in(12)
                ? chance.between(Duration.ofHours(25), Duration.ofHours(80))
                : chance.between(Duration.ofHours(5), Duration.ofHours(23));
        return plan(order, false, parcels, delay);
    }

    private Consignment plan(Order order, boolean isBackorder, List<Parcel> parcels, Duration delay) {
        String id = "F" + ++consignments;
        Consignment consignment = new Consignment(order, id, ShipmentDirection.OUTBOUND, isBackorder, parcels);
        scene.journal().changed(consignment);
        scene.after(delay, () -> ship(consignment));
        return consignment;
    }

    private void ship(Consignment consignment) {
        Order order = consignment.order();
        if (!order.isOpen()) {
            return;
        }
        List<Parcel> shipped = new ArrayList<>();
        List<Parcel> missing = new ArrayList<>();
        for (Parcel parcel : consignment.parcels()) {
            Stock.Shelf shelf = scene.shelf(order, parcel.line().article());
            long units = Math.min(parcel.requested(), shelf.onHand());
            shipped.add(parcel.carrying(units));
            if (units < parcel.requested()) {
                missing.add(Parcel.planned(parcel.line(), parcel.requested() - units));
            }
        }
        if (shipped.stream().noneMatch(parcel -> parcel.quantity() > 0)) {
            scene.after(RETRY, () -> ship(consignment));
            return;
        }
        for (Parcel parcel : shipped) {
            Stock.Shelf shelf = scene.shelf(order, parcel.line().article());
            shelf.take(parcel.quantity());
            shelf.commit(-parcel.quantity());
        }
        consignment.ship(scene.timetable().now(), shipped, chance.between(200, 900) * 10_000L);
        scene.journal().changed(consignment);
        books.sell(consignment);
        if (!missing.isEmpty()) {
            plan(order, true, missing, RETRY);
        }
        Duration journey = chance.in(10)
                ? chance.between(Duration.ofDays(4), Duration.ofDays(9))
                : chance.between(Duration.ofHours(20), Duration.ofHours(70));
        scene.after(journey, () -> deliver(consignment));
    }

    private void deliver(Consignment consignment) {
        List<Parcel> delivered = consignment.parcels().stream()
                .map(parcel -> chance.in(2) ? parcel.damaging(Math.min(1, parcel.quantity())) : parcel)
                .toList();
        consignment.deliver(scene.timetable().now(), delivered, chance.in(2) ? 1 : 0);
        scene.journal().changed(consignment);
        returns.consider(consignment);
    }
}
