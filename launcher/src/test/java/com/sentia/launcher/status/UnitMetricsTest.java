package com.sentia.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitMetricsTest {
    private static final String TEXT = """
            # HELP sentia_feed_complete_to_lag_seconds How a feed stands; -1 while that is not known.
            # TYPE sentia_feed_complete_to_lag_seconds gauge
            sentia_feed_complete_to_lag_seconds{entity="order",unit="a.myshopify.com",vendor="shopify"} 12.5
            sentia_feed_complete_to_lag_seconds{entity="product",unit="a.myshopify.com",vendor="shopify"} 75.0
            sentia_feed_complete_to_lag_seconds{entity="order",unit="b.myshopify.com",vendor="shopify"} -1.0
            sentia_feed_budget_in_use{entity="order",unit="a.myshopify.com",vendor="shopify"} 0.96
            sentia_feed_api_version_days_left{entity="order",unit="a.myshopify.com",vendor="shopify"} 325.7
            sentia_feed_records_rejected_total{entity="order",unit="a.myshopify.com",vendor="shopify"} 2.0
            sentia_feed_records_rejected_total{entity="product",unit="a.myshopify.com",vendor="shopify"} 1.0
            kafka_connect_worker_task_count 3.0
            """;

    @Test
    void tellsOfEachUnitWhatItsFeedsTell() {
        String table = UnitsTable.text(UnitMetrics.read(TEXT), Duration.ZERO);

        assertThat(table.lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line).contains("a.myshopify.com", "1m 15s", "96 %", "3", "325 days"),
                        line -> assertThat(line).contains("b.myshopify.com", "not told yet"));
    }

    @Test
    void countsFromWhenTheUnitsLive() {
        String table = UnitsTable.text(UnitMetrics.read(TEXT), Duration.ofSeconds(70));

        assertThat(table).contains("5s");
    }

    @Test
    void showsThatNothingCanBeRead() {
        assertThat(UnitsTable.text("http://127.0.0.1:1", Duration.ZERO))
                .startsWith("the connectors' metrics can't be read");
        assertThat(UnitsTable.text(List.of(), Duration.ZERO)).isEmpty();
    }
}
