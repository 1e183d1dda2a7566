package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who checks is told of purchasing: more was sold than there was, long ago and just now. */
class PurchaseOrdersIT {
    private static final String HEADER =
            "shop,order,supplier,location,sku,units,unit_cost_micros,ordered_at,promised_at,received_at";
    private static final String INCOMING =
            "{location(id: \"gid://shopify/Location/6101\") {inventoryLevels(first: 9) {nodes {item {sku}"
                    + " quantities(names: [\"incoming\"]) {quantity}}}}}";

    @TempDir
    private Path folder;

    @Test
    void listsWhatCameAndWhatIsUnderWayAsTheShopExpectsIt() {
        Path file = Retail.file(
                folder,
                line("1", "S1", 5_000, "2010-12-01 08:00:00", "1.25", "1", "United Kingdom"),
                line("2", "S2", 5_000, "2011-01-30 08:00:00", "1.25", "1", "United Kingdom"),
                line("3", "S3", 1, "2011-02-01 12:00:00", "1.25", "1", "United Kingdom"));
        try (RunningSimulator simulator = RunningSimulator.start(file, folder.resolve("state"), Map.of())) {
            List<String> rows =
                    simulator.told("company/purchase-orders").lines().toList();

            assertThat(rows).hasSize(3).startsWith(HEADER);
            List<String> came = List.of(rows.get(1).split(",", -1));
            List<String> comes = List.of(rows.get(2).split(",", -1));
            assertThat(came.get(4)).isEqualTo("\"S1\"");
            assertThat(Long.parseLong(came.get(9))).isGreaterThan(Long.parseLong(came.get(7)));
            assertThat(comes.get(4)).isEqualTo("\"S2\"");
            assertThat(comes.get(9)).isEmpty();
            assertThat(Long.parseLong(comes.get(8))).isGreaterThan(Long.parseLong(comes.get(7)));
            assertThat(incoming(simulator, "S1")).isZero();
            assertThat(incoming(simulator, "S2")).isEqualTo(Integer.parseInt(comes.get(5)));
        }
    }

    private static int incoming(RunningSimulator simulator, String sku) {
        for (JsonNode level : simulator.query(UK, INCOMING).at("/data/location/inventoryLevels/nodes")) {
            if (level.at("/item/sku").asText().equals(sku)) {
                return level.at("/quantities/0/quantity").asInt(-1);
            }
        }
        throw new AssertionError("no level of " + sku);
    }
}
