package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SourceProgress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for an order and paid back, against the project's simulator: a list without pages, however long. */
class ShopifyTransactionsTest {
    private static final String UK = "United Kingdom";
    private static final Map<String, String> QUICK = Map.of("bulk.takes", "1ms");
    private static final int PAID_BACK = 25;

    @TempDir
    private Path home;

    @Test
    void bringsEveryPaymentOfAnOrderByPagesAndByBulkOperations() throws IOException {
        RetailFileText file = new RetailFileText()
                .order(500001, 3, RetailFileText.OPENING, UK)
                .order(500002, PAID_BACK, RetailFileText.OPENING.plusMinutes(1), "France");
        for (int i = 0; i < PAID_BACK; i++) {
            file.add(
                    "C" + (500100 + i),
                    Integer.toString(20_000 + i),
                    -1,
                    RetailFileText.OPENING.plusDays(1).plusMinutes(i),
                    "1.25",
                    "France");
        }
        file.order(500003, 1, RetailFileText.OPENING.plusDays(1), UK)
                .cancellation(500200, 1, RetailFileText.OPENING.plusDays(2), UK);
        try (RetailShops shops = RetailShops.start(home, file.text(), 1, "PLUS", 1, QUICK)) {
            for (String way : List.of("pages", "bulk")) {
                List<String> told = new ArrayList<>();
                for (String shop : List.of(RetailShops.UK, RetailShops.EU)) {
                    told.addAll(read(shops, shop, way));
                }
                assertThat(told)
                        .as(way)
                        .hasSize(1 + 1 + PAID_BACK + 1 + 1)
                        .doesNotHaveDuplicates()
                        .contains("500001 SALE 3.75", "500002 SALE 31.25", "500002 REFUND 1.25 500124000")
                        .filteredOn(one -> one.startsWith("500002 REFUND"))
                        .hasSize(PAID_BACK);
            }
        }
    }

    /** Order, kind and amount of each, of those paid back the number too. */
    private List<String> read(RetailShops shops, String shop, String way) throws IOException {
        Map<String, String> config = RunningTask.config(shops.baseUrl(), shop);
        config.putAll(Map.of("backfill.by", way, "bulk.poll.interval", "20ms"));
        List<String> told = new ArrayList<>();
        try (RunningTask task = RunningTask.start(config)) {
            task.pollUntil(seen -> !seen.values(SourceProgress.class).isEmpty());
            for (RawRecord record :
                    HighestVersions.of(task.values(RawRecord.class)).values()) {
                JsonNode order = new ObjectMapper().readTree(HighestVersions.payload(record));
                for (JsonNode transaction : order.path("transactions")) {
                    told.add(line(order, transaction));
                }
            }
        }
        return told;
    }

    private static String line(JsonNode order, JsonNode transaction) {
        assertThat(transaction.path("status").asText()).isEqualTo("SUCCESS");
        String kind = transaction.path("kind").asText();
        BigDecimal amount =
                new BigDecimal(transaction.at("/amountSet/shopMoney/amount").asText()).setScale(2);
        String number = kind.equals("SALE")
                ? ""
                : " " + Gid.number(transaction.path("id").asText());
        return Gid.number(order.path("id").asText()) + " " + kind + " " + amount + number;
    }
}
