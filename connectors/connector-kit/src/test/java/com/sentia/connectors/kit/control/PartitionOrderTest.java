package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.SourceUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connect finds an offset by the bytes of its partition, which it reads back into a plain HashMap. */
class PartitionOrderTest {
    private static final SourceUnit UNIT = new SourceUnit("shopify", "sentia-uk.myshopify.com", "order");

    @Test
    void isThatInWhichConnectReadsAFeedsPartitionBack() {
        assertThat(keys(UNIT.partition())).isEqualTo(keys(readBack("entity", "vendor", "unit")));
    }

    @Test
    void isThatInWhichConnectReadsAControlPartitionBack() {
        assertThat(keys(ControlOffsets.partition(UNIT))).isEqualTo(keys(readBack("part", "unit", "entity", "vendor")));
    }

    private static List<String> keys(Map<String, String> partition) {
        return List.copyOf(partition.keySet());
    }

    private static Map<String, String> readBack(String... keys) {
        Map<String, String> partition = new HashMap<>();
        for (String key : keys) {
            partition.put(key, "");
        }
        return partition;
    }
}
