package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What discounts come to, against the project's simulator, which tells every fourth line's in per cent. */
class ShopifyDiscountsTest {
    private static final String UK = "United Kingdom";
    private static final double STILL = 0.001;

    @TempDir
    private Path home;

    @Test
    void asksWhatFallsToEachLineWhereADiscountTellsNoAmount() throws IOException {
        JsonNode order = read(40);

        assertThat(order.at("/discountApplications/0/value").has("percentage")).isTrue();
        assertThat(order.path("lineAllocations")).hasSize(40);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : order.path("lineAllocations")) {
            sum = sum.add(new BigDecimal(line.at("/discountAllocations/0/allocatedAmountSet/shopMoney/amount")
                    .asText()));
            assertThat(line.at("/discountAllocations/0/discountApplication/index")
                            .asInt(-1))
                    .isZero();
        }
        assertThat(sum).isEqualByComparingTo("27.50");
    }

    @Test
    void asksForNothingMoreWhereItDoes() throws IOException {
        JsonNode order = read(41);

        assertThat(order.at("/discountApplications/0/value/amount").asText()).isEqualTo("27.5");
        assertThat(order.has("lineAllocations")).isFalse();
    }

    /** An order of so many lines and a discount behind them. */
    private JsonNode read(int lines) throws IOException {
        String file = new RetailFileText()
                .order(500001, lines, RetailFileText.OPENING, UK)
                .add("500001", "D", 1, RetailFileText.OPENING, "27.50", UK)
                .text();
        try (RetailShops shops = RetailShops.start(home, file, 1, "PLUS", STILL);
                RunningTask task = RunningTask.start(config(shops))) {
            task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            RawRecord order = task.values(RawRecord.class).get(0);
            return new ObjectMapper()
                    .readTree(StandardCharsets.UTF_8
                            .decode(order.getPayload().duplicate())
                            .toString());
        }
    }

    private static Map<String, String> config(RetailShops shops) {
        return RunningTask.config(shops.baseUrl(), RetailShops.UK);
    }
}
