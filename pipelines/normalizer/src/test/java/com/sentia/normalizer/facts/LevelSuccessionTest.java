package com.sentia.normalizer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelSuccessionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Instant LAST = NOON.plus(Duration.ofHours(2));

    private final LevelSuccession succession = new LevelSuccession();

    @Test
    void leavesTheEarlierLevelAsItWas() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges second = succession.between(first.known(), version(LATER), List.of(level("A", LATER, 7)));

        assertThat(second.changed()).containsExactly(level("A", LATER, 7));
        assertThat(second.known().facts()).containsExactly(level("A", LATER, 7));
    }

    @Test
    void saysNothingOfALevelThatStandsOn() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges second = succession.between(first.known(), version(LATER), List.of(level("A", LATER, 10)));

        assertThat(second.changed()).isEmpty();
        assertThat(second.known().version()).isEqualTo(version(LATER));
        assertThat(second.known().facts()).containsExactly(level("A", NOON, 10));
    }

    @Test
    void correctsALevelOfTheSameInstantInItsPlace() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges second = succession.between(first.known(), version(NOON), List.of(level("A", NOON, 4)));

        assertThat(second.changed())
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.key()).isEqualTo(level("A", NOON, 10).key()));
    }

    @Test
    void endsALevelOfADeletedRecordWithNoneLeft() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges gone = succession.between(first.known(), version(LATER), List.of());

        assertThat(gone.changed()).singleElement().satisfies(fact -> {
            InventoryLevel end = (InventoryLevel) fact.content();
            assertThat(end.getOp()).isEqualTo(Op.UPSERT);
            assertThat(end.getMeasuredAt()).isEqualTo(LATER);
            assertThat(end.getOnHand()).isZero();
            assertThat(end.getAvailable()).isZero();
            assertThat(end.getIsStocked()).isFalse();
            assertThat(end.getUnitCostMicros()).isEqualTo(1_000_000L);
            assertThat(fact.key()).endsWith("/6101/A/" + LATER.getEpochSecond() + "000000");
        });
        assertThat(succession.between(gone.known(), version(LAST), List.of()).changed())
                .isEmpty();
    }

    @Test
    void beginsAnewWhenTheRecordComesBack() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges gone = succession.between(first.known(), version(LATER), List.of());
        FactChanges back = succession.between(gone.known(), version(LAST), List.of(level("A", LAST, 10)));

        assertThat(back.changed()).containsExactly(level("A", LAST, 10));
    }

    @Test
    void endsTheLevelOfTheFormerSku() {
        FactChanges first = succession.between(null, version(NOON), List.of(level("A", NOON, 10)));
        FactChanges other = succession.between(first.known(), version(LATER), List.of(level("B", LATER, 10)));

        assertThat(other.changed())
                .extracting(fact -> {
                    InventoryLevel level = (InventoryLevel) fact.content();
                    return level.getSku() + level.getOnHand();
                })
                .containsExactly("A0", "B10");
    }

    @Test
    void saysNothingOfARecordThatNeverMadeUpALevel() {
        FactChanges none = succession.between(null, version(NOON), List.of());

        assertThat(none.changed()).isEmpty();
        assertThat(none.known().facts()).isEmpty();
    }

    private static Version version(Instant at) {
        return new Version(at.getEpochSecond() * 1_000_000, 2, 0L);
    }

    private static Fact level(String sku, Instant at, long onHand) {
        String id = LevelSuccession.levelId("6101", sku, at);
        InventoryLevel level = InventoryLevel.newBuilder()
                .setSource("shopify")
                .setUnit("shop")
                .setLevelId(id)
                .setVersion(version(at))
                .setOp(Op.UPSERT)
                .setWarehouse("6101")
                .setSku(sku)
                .setMeasuredAt(at)
                .setOnHand(onHand)
                .setAvailable(onHand)
                .setUnitCostMicros(1_000_000L)
                .setCurrency("GBP")
                .setUpdatedAt(at)
                .build();
        return new Fact(Topics.INVENTORY_LEVEL, "shop/" + id, level);
    }
}
