package com.sentia.normalizer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.Op;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All raw orders here are of the customer k1:00ff. */
class ErasureTest {
    private static final String CUSTOMER = "k1:00ff";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path stateFolder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestingNormalizer normalizer;

    @BeforeEach
    void start() {
        normalizer = new TestingNormalizer(stateFolder);
    }

    @AfterEach
    void stop() {
        normalizer.close();
    }

    @Test
    void takesThePersonOutOfWhatWentOutAndChangesNothingElse() {
        normalizer.read(RawOrders.order("100", 1, 6, "7000"), RawOrders.order("101", 1, 2));
        List<SalesOrder> before = orders();
        List<SalesRefund> refundsBefore = refunds();

        normalizer.forget(RawOrders.UK, CUSTOMER);

        assertThat(before).extracting(SalesOrder::getCustomerKey).containsOnly(CUSTOMER);
        List<SalesOrder> after = orders();
        assertThat(after).hasSize(2).extracting(SalesOrder::getCustomerKey).containsOnlyNulls();
        for (SalesOrder order : after) {
            SalesOrder same = before.stream()
                    .filter(other -> other.getOrderId().equals(order.getOrderId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.getVersion()).isGreaterThan(same.getVersion());
            assertThat(order.getVersion().getUpdatedAtMicros())
                    .isEqualTo(same.getVersion().getUpdatedAtMicros());
            assertThat(SalesOrder.newBuilder(order)
                            .setVersion(same.getVersion())
                            .setCustomerKey(CUSTOMER)
                            .build())
                    .isEqualTo(same);
        }
        assertThat(refundsBefore).extracting(SalesRefund::getCustomerKey).containsExactly(CUSTOMER);
        assertThat(refunds()).extracting(SalesRefund::getCustomerKey).containsExactly((String) null);
    }

    @Test
    void takesThePersonOutOfEveryLaterVersionToo() {
        normalizer.read(RawOrders.order("100", 1, 6));
        normalizer.forget(RawOrders.UK, CUSTOMER);
        orders();

        normalizer.read(RawOrders.order("100", 2, 7), RawOrders.order("102", 2, 1), RawOrders.deleted("100", 3));

        assertThat(orders())
                .hasSize(3)
                .allSatisfy(order -> assertThat(order.getCustomerKey()).isNull());
    }

    @Test
    void takesThePersonOutOfDeletedOrders() {
        normalizer.read(RawOrders.order("100", 1, 6), RawOrders.deleted("100", 2));
        orders();

        normalizer.forget(RawOrders.UK, CUSTOMER);

        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.getOp()).isEqualTo(Op.DELETE);
            assertThat(order.getCustomerKey()).isNull();
        });
    }

    @Test
    void doesNothingTwiceAndNothingToOthers() {
        normalizer.read(RawOrders.order("100", 1, 6));
        normalizer.forget(RawOrders.UK, "k1:another");
        normalizer.forget("sentia-eu.myshopify.com", CUSTOMER);
        assertThat(orders()).hasSize(1);

        normalizer.forget(RawOrders.UK, CUSTOMER);
        normalizer.forget(RawOrders.UK, CUSTOMER);
        normalizer.read(RawOrders.order("100", 1, 6));

        assertThat(orders()).hasSize(1);
        assertThat(normalizer.counters.now()).containsEntry(new Counters.Count("forgotten", "sales.order.v1"), 1L);
    }

    private List<SalesOrder> orders() {
        return normalizer.sentTo(Topics.SALES_ORDER).stream()
                .map(sent -> sent.as(SalesOrder.class))
                .toList();
    }

    private List<SalesRefund> refunds() {
        return normalizer.sentTo(Topics.SALES_REFUND).stream()
                .map(sent -> sent.as(SalesRefund.class))
                .toList();
    }
}
