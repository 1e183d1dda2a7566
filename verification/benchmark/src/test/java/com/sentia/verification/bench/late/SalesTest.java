package com.sentia.verification.bench.late;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.SalesOrder;
import com.sentia.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SalesTest {
    private static final int DAYS = 6;

    private final Sales sales = sales(7);

    @Test
    void spreadsTheHistoryEvenlyInTheOrderOfTime() {
        List<Instant> times = LongStream.range(0, sales.orders())
                .mapToObj(index -> sales.order(index).getPlacedAt())
                .toList();

        assertThat(times).hasSize(200).isSorted().startsWith(Sales.BEGIN);
        assertThat(times.get(100)).isEqualTo(Sales.BEGIN.plus(Duration.ofDays(DAYS / 2)));
        assertThat(sales.order(0).getLines()).hasSize(Sales.LINES_AN_ORDER);
    }

    @Test
    void scattersLateOrdersOfALineOverTheSameDays() {
        List<SalesOrder> late = IntStream.range(0, 200).mapToObj(sales::late).toList();

        assertThat(late).allSatisfy(order -> {
            assertThat(order.getPlacedAt()).isBetween(Sales.BEGIN, sales.end());
            assertThat(order.getLines()).hasSize(1);
            assertThat(Long.parseLong(order.getOrderId())).isGreaterThanOrEqualTo(sales.orders());
        });
        assertThat(late.stream()
                        .map(order -> Duration.between(Sales.BEGIN, order.getPlacedAt())
                                .toDays())
                        .distinct())
                .hasSize(DAYS);
        assertThat(late).extracting(SalesOrder::getOrderId).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameAgainOfTheSameSeedAlone() {
        assertThat(sales(7).order(3)).isEqualTo(sales.order(3));
        assertThat(sales(7).late(3)).isEqualTo(sales.late(3));
        assertThat(sales(8).late(3)).isNotEqualTo(sales.late(3));
    }

    private static Sales sales(int seed) {
        return new Sales(LateSettings.from(Settings.of(Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:1"),
                Map.entry("registry.url", "http://127.0.0.1:2"),
                Map.entry("api.url", "http://127.0.0.1:3"),
                Map.entry("webhooks.url", "http://127.0.0.1:5/v1/hooks/shopify"),
                Map.entry("webhooks.secret", "signed"),
                Map.entry("database.url", "postgresql://127.0.0.1:4/sentia"),
                Map.entry("database.owner.user", "owner"),
                Map.entry("database.owner.password", "x"),
                Map.entry("database.writer.user", "writer"),
                Map.entry("database.writer.password", "x"),
                Map.entry("lines", "1000"),
                Map.entry("days", Integer.toString(DAYS)),
                Map.entry("seed", Integer.toString(seed))))));
    }
}
