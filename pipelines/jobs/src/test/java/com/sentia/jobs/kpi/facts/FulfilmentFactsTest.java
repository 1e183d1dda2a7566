package com.sentia.jobs.kpi.facts;

import static com.sentia.jobs.kpi.facts.FulfilmentRecords.shipment;
import static com.sentia.jobs.kpi.facts.MappedFacts.facts;
import static com.sentia.jobs.kpi.facts.MappedFacts.one;
import static com.sentia.jobs.kpi.facts.Moments.EVENING;
import static com.sentia.jobs.kpi.facts.Moments.LATE;
import static com.sentia.jobs.kpi.facts.Moments.NINE;
import static com.sentia.jobs.kpi.facts.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.ShipmentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfilmentFactsTest {
    @Test
    void countsAConsignmentByWhatItBroughtAndKept() {
        FulfilmentShipment.Builder shipment = shipment()
                .setShippedAt(NOON)
                .setPromisedShipAt(NOON)
                .setDeliveredAt(EVENING)
                .setPromisedDeliveryAt(EVENING)
                .setStatus(ShipmentStatus.DELIVERED);

        List<Fact> facts = facts(shipment.build());

        assertThat(one(facts, FactKind.REQUEST).figure(Figure.REQUESTED)).isEqualTo(3);
        assertThat(one(facts, FactKind.REQUEST).figure(Figure.UNITS)).isEqualTo(3);
        assertThat(one(facts, FactKind.REQUEST).timeMicros()).isEqualTo(FactList.micros(NINE));
        assertThat(one(facts, FactKind.COST).figure(Figure.AMOUNT)).isEqualTo(6_000_000);
        assertThat(one(facts, FactKind.DISPATCH).figure(Figure.DURATION)).isEqualTo(3 * 3_600_000L);
        assertThat(one(facts, FactKind.CARRIAGE).figure(Figure.AMOUNT)).isEqualTo(4_000_000);
        assertThat(one(facts, FactKind.SHIP_PROMISE).text(Attribute.STATE)).isEqualTo("kept");
        assertThat(one(facts, FactKind.DELIVERY_PROMISE).text(Attribute.STATE)).isEqualTo("perfect");
        assertThat(state(shipment.setComplaints(1), FactKind.DELIVERY_PROMISE)).isEqualTo("kept");
        assertThat(state(shipment.setDeliveredAt(LATE), FactKind.DELIVERY_PROMISE))
                .isEqualTo("missed");
        assertThat(state(shipment.setShippedAt(EVENING), FactKind.SHIP_PROMISE)).isEqualTo("missed");
    }

    @Test
    void takesAPromiseForMissedUntilItIsKept() {
        List<Fact> facts = facts(shipment().setPromisedShipAt(NOON).build());

        assertThat(facts).extracting(Fact::kind).containsExactly(FactKind.REQUEST, FactKind.SHIP_PROMISE);
        assertThat(one(facts, FactKind.REQUEST).figure(Figure.UNITS)).isZero();
        assertThat(one(facts, FactKind.SHIP_PROMISE).text(Attribute.STATE)).isEqualTo("missed");
    }

    @Test
    void takesRestockedUnitsOffTheCostOfGoods() {
        FulfilmentShipment back = shipment()
                .setDirection(ShipmentDirection.RETURN)
                .setDeliveredAt(EVENING)
                .build();

        Fact cost = one(facts(back), FactKind.COST);

        assertThat(cost.timeMicros()).isEqualTo(FactList.micros(EVENING));
        assertThat(cost.figure(Figure.UNITS)).isEqualTo(-2);
        assertThat(cost.figure(Figure.AMOUNT)).isEqualTo(-4_000_000);
    }

    private static @Nullable String state(FulfilmentShipment.Builder shipment, FactKind kind) {
        return one(facts(shipment.build()), kind).text(Attribute.STATE);
    }
}
