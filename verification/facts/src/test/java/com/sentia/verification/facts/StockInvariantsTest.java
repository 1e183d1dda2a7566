package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.FulfilmentShipment;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.ProductionRun;
import com.sentia.schemas.PurchaseOrder;
import com.sentia.schemas.ShipmentDirection;
import com.sentia.schemas.topics.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of stock, whatever the seed. */
class StockInvariantsTest {
    private static final int TRIES = 5;
    private static final long UNIT_MICROS = 1_000_000;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void nothingIsTakenThatIsNotThere(@ForAll long seed) {
        assertThat(levels(History.of(seed)))
                .isNotEmpty()
                .allMatch(level -> level.getOnHand() >= 0)
                .allMatch(level -> level.getIncoming() >= 0)
                .allMatch(level -> level.getCommitted() >= 0);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsAvailableIsWhatIsNotCommitted(@ForAll long seed) {
        assertThat(levels(History.of(seed)))
                .allMatch(level ->
                        level.getAvailable() - level.getBackordered() == level.getOnHand() - level.getCommitted())
                .allMatch(level -> level.getAvailable() == 0 || level.getBackordered() == 0);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void stockIsWhatCameLessWhatWent(@ForAll long seed) {
        History history = History.of(seed);
        Map<String, Long> expected = new HashMap<>();
        List<InventoryLevel> levels = levels(history);
        levels.stream()
                .sorted(Comparator.comparing(InventoryLevel::getMeasuredAt))
                .forEach(level -> expected.putIfAbsent(shelf(level.getWarehouse(), level.getSku()), level.getOnHand()));
        addPurchases(history, expected);
        addProduction(history, expected);
        addShipments(history, expected);

        Map<String, Long> seen = new HashMap<>();
        History.last(levels, level -> shelf(level.getWarehouse(), level.getSku()), InventoryLevel::getMeasuredAt)
                .forEach((shelf, level) -> seen.put(shelf, level.getOnHand()));
        assertThat(seen).isEqualTo(expected);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void wrongReadingsAreTakenBack(@ForAll long seed) {
        assertThat(History.of(seed).facts().arrivals(Topics.INVENTORY_LEVEL))
                .anyMatch(level -> Versions.isDeleted(level.fact()));
    }

    private static void addPurchases(History history, Map<String, Long> stock) {
        for (PurchaseOrder purchase : history.current(Topics.PURCHASE_ORDER, PurchaseOrder.class)) {
            purchase.getReceipts()
                    .forEach(receipt -> stock.merge(
                            shelf(purchase.getWarehouse(), receipt.getSku()), receipt.getQuantity(), Long::sum));
        }
    }

    private static void addProduction(History history, Map<String, Long> stock) {
        for (ProductionRun run : history.current(Topics.PRODUCTION_RUN, ProductionRun.class)) {
            run.getMaterials()
                    .forEach(material -> stock.merge(
                            shelf(run.getWarehouse(), material.getSku()),
                            -material.getActualMicroUnits() / UNIT_MICROS,
                            Long::sum));
            if (run.getIsLastOperation()) {
                long good = run.getFirstPassQuantity() + run.getReworkedQuantity();
                stock.merge(shelf(run.getWarehouse(), run.getSku()), good, Long::sum);
            }
        }
    }

    private static void addShipments(History history, Map<String, Long> stock) {
        for (FulfilmentShipment shipment : history.current(Topics.FULFILMENT_SHIPMENT, FulfilmentShipment.class)) {
            boolean isReturn = shipment.getDirection() == ShipmentDirection.RETURN;
            if (isReturn && shipment.getDeliveredAt() == null) {
                continue;
            }
            shipment.getLines().forEach(line -> {
                long units = isReturn ? line.getRestockedQuantity() : -line.getQuantity();
                stock.merge(shelf(shipment.getWarehouse(), line.getSku()), units, Long::sum);
            });
        }
    }

    private static List<InventoryLevel> levels(History history) {
        return history.current(Topics.INVENTORY_LEVEL, InventoryLevel.class);
    }

    private static String shelf(String warehouse, String sku) {
        return warehouse + "/" + sku;
    }
}
