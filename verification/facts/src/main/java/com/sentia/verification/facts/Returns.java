package com.sentia.verification.facts;

import com.sentia.schemas.ShipmentDirection;
import com.sentia.verification.facts.Consignment.Parcel;
import java.time.Duration;
import java.util.List;

/** Some goods come back and are paid back; some customers get money without that, and some of these by mistake. */
final class Returns {
    private final Scene scene;
    private final Books books;
    private final Chance chance;
    private int refunds;

    Returns(Scene scene, Books books, Chance chance) {
        this.scene = scene;
        this.books = books;
        this.chance = chance;
    }

    void consider(Consignment consignment) {
        if (chance.in(8)) {
            scene.after(chance.between(Duration.ofDays(2), Duration.ofDays(12)), () -> takeBack(consignment));
        } else if (chance.in(4)) {
            scene.after(chance.between(Duration.ofHours(1), Duration.ofDays(5)), () -> appease(consignment.order()));
        }
    }

    private void takeBack(Consignment consignment) {
        Parcel parcel = chance.pick(consignment.parcels());
        if (parcel.quantity() == 0) {
            return;
        }
        Order order = consignment.order();
        long units = chance.between(1, (int) parcel.quantity());
        long restocked = chance.in(80) ? units : 0;
        String id = "R" + ++refunds;
        Consignment back = new Consignment(
                order,
                id,
                ShipmentDirection.RETURN,
                false,
                List.of(new Parcel(parcel.line(), units, units, 0, restocked)));
        back.ship(scene.timetable().now(), List.copyOf(back.parcels()), 3 * Company.UNIT_MICROS);
        scene.journal().changed(back);
        scene.after(chance.between(Duration.ofDays(1), Duration.ofDays(4)), () -> {
            back.deliver(scene.timetable().now(), List.copyOf(back.parcels()), 0);
            scene.journal().changed(back);
            scene.shelf(order, parcel.line().article()).put(restocked);
            books.uncost(restocked * parcel.line().article().costMicros());
            Refund refund = new Refund(order, id, scene.timetable().now(), parcel.line(), units, 0);
            scene.journal().changed(refund);
            books.refund(refund);
        });
    }

    private void appease(Order order) {
        long goodwillMicros = chance.between(1, 5) * Company.UNIT_MICROS;
        Refund refund = new Refund(order, "R" + ++refunds, scene.timetable().now(), null, 0, goodwillMicros);
        scene.journal().changed(refund);
        Runnable undo = books.refund(refund);
        if (chance.in(25)) {
            scene.after(chance.between(Duration.ofMinutes(10), Duration.ofHours(30)), () -> {
                scene.journal().deleted(refund);
                undo.run();
            });
        }
    }
}
