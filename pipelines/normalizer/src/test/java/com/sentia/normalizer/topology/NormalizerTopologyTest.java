package com.sentia.normalizer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.sentia.normalizer.topology.TestingNormalizer.Sent;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizerTopologyTest {
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
    void sendsAnOrderAndEachRefundUnderItsOwnKey() {
        normalizer.read(RawOrders.order("100", 1, 6, "7000", "7001"));

        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.getLines().get(0).getSku()).isEqualTo("85123A");
            assertThat(order.getLines().get(0).getUnitPriceMicros()).isEqualTo(2_550_000);
            assertThat(order.getRegion()).isEqualTo("UK");
        });
        assertThat(normalizer.sentTo(Topics.SALES_REFUND))
                .extracting(Sent::key)
                .containsExactly(RawOrders.UK + "/7000", RawOrders.UK + "/7001");
    }

    @Test
    void passesNoStaleOrRepeatedVersion() {
        normalizer.read(RawOrders.order("100", 5, 6), RawOrders.order("100", 4, 9), RawOrders.order("100", 5, 6));

        assertThat(orders()).hasSize(1);
        assertThat(normalizer.counters.now()).containsEntry(new Counters.Count("stale", "raw.shopify.order"), 2L);
    }

    @Test
    void passesNoContentTwice() {
        normalizer.read(RawOrders.order("100", 1, 6), RawOrders.order("100", 2, 6), RawOrders.order("100", 3, 7));

        assertThat(orders())
                .extracting(order -> order.getLines().get(0).getQuantity())
                .containsExactly(6L, 7L);
    }

    @Test
    void remembersAVersionThatChangedNothing() {
        normalizer.read(RawOrders.order("100", 1, 6), RawOrders.order("100", 3, 6), RawOrders.order("100", 2, 9));

        assertThat(orders()).hasSize(1);
    }

    @Test
    void endsARefundThatItsOrderNoLongerHolds() {
        normalizer.read(RawOrders.order("100", 1, 6, "7000", "7001"), RawOrders.order("100", 2, 6, "7001"));

        List<SalesRefund> refunds = refunds();
        assertThat(refunds)
                .extracting(SalesRefund::getRefundId, SalesRefund::getOp)
                .containsExactly(tuple("7000", Op.UPSERT), tuple("7001", Op.UPSERT), tuple("7000", Op.DELETE));
        assertThat(refunds.get(2).getLines()).isEqualTo(refunds.get(0).getLines());
        assertThat(refunds.get(2).getVersion().getUpdatedAtMicros())
                .isGreaterThan(refunds.get(0).getVersion().getUpdatedAtMicros());
    }

    @Test
    void endsEverythingOfADeletedOrderAndRevivesIt() {
        normalizer.read(
                RawOrders.order("100", 1, 6, "7000"),
                RawOrders.deleted("100", 2),
                RawOrders.order("100", 3, 6, "7000"));

        assertThat(orders()).extracting(SalesOrder::getOp).containsExactly(Op.UPSERT, Op.DELETE, Op.UPSERT);
        assertThat(refunds()).extracting(SalesRefund::getOp).containsExactly(Op.UPSERT, Op.DELETE, Op.UPSERT);
    }

    @Test
    void sendsNothingForADeletedOrderItNeverSaw() {
        normalizer.read(RawOrders.deleted("100", 2), RawOrders.order("100", 1, 6, "7000"));

        assertThat(orders()).isEmpty();
        assertThat(refunds()).isEmpty();
    }

    @Test
    void tellsRefundsThatTheirOrderWasCancelled() {
        normalizer.read(RawOrders.order("100", 1, 6, "7000"), RawOrders.cancelled("100", 2, 6, "7000"));

        assertThat(orders())
                .extracting(SalesOrder::getStatus)
                .containsExactly(OrderStatus.PLACED, OrderStatus.CANCELLED);
        assertThat(refunds())
                .extracting(SalesRefund::getOrderStatus)
                .containsExactly(OrderStatus.PLACED, OrderStatus.CANCELLED);
    }

    @Test
    void sendsARefundWithoutOrderWhenNothingWasSold() {
        normalizer.read(RawOrders.order("9000000001", 1, 0, "7000"));

        assertThat(orders()).isEmpty();
        assertThat(refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.getOrderId()).isNull();
            assertThat(refund.getOrderStatus()).isEqualTo(OrderStatus.PLACED);
        });
    }

    @Test
    void forwardsProgressInOrderToEveryTopicTheFeedFills() {
        SourceProgress progress =
                new SourceProgress("shopify", RawOrders.UK, "order", Instant.EPOCH.plusSeconds(1), Instant.EPOCH);
        normalizer.read(RawOrders.order("100", 1, 6), progress, RawOrders.order("101", 1, 6, "7000"));

        String key = "progress/shopify/" + RawOrders.UK + "/order";
        assertThat(normalizer.sentTo(Topics.SALES_ORDER))
                .extracting(Sent::key)
                .containsExactly(RawOrders.UK + "/100", key, RawOrders.UK + "/101");
        assertThat(normalizer.sentTo(Topics.SALES_REFUND))
                .extracting(Sent::key)
                .containsExactly(key, RawOrders.UK + "/7000");
    }

    @Test
    void setsBadRecordsAsideAndGoesOn() {
        normalizer.readBytes("junk", new byte[] {9, 9, 9});
        normalizer.read(RawOrders.raw("100", 1, Op.UPSERT, "{\"id\": 5}"), RawOrders.order("101", 1, 6));

        List<RejectedRecord> rejected = normalizer.sentTo(Topics.SALES_ORDER_REJECTED).stream()
                .map(sent -> sent.as(RejectedRecord.class))
                .toList();
        assertThat(rejected)
                .extracting(RejectedRecord::getReason)
                .containsExactly("unreadable-value", "unmappable-payload");
        assertThat(rejected.get(0).getValue()).isEqualTo(ByteBuffer.wrap(new byte[] {9, 9, 9}));
        assertThat(rejected.get(0).getOffset()).isZero();
        assertThat(rejected.get(1).getDetail()).startsWith("$.id: ");
        assertThat(rejected.get(1).getTopic()).isEqualTo("raw.shopify.order");
        assertThat(normalizer.codec.decode(rejected.get(1).getValue().array())).isInstanceOf(RawRecord.class);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void keepsWhatIsKnownOfManyOrdersApart() {
        normalizer.read(
                RawOrders.order("100", 2, 1, "7000"),
                RawOrders.order("101", 1, 2, "7001"),
                RawOrders.order("100", 1, 3),
                RawOrders.order("101", 2, 2));

        assertThat(orders()).extracting(SalesOrder::getOrderId).containsExactly("100", "101");
        assertThat(refunds())
                .extracting(SalesRefund::getRefundId, SalesRefund::getOp)
                .containsExactly(tuple("7000", Op.UPSERT), tuple("7001", Op.UPSERT), tuple("7001", Op.DELETE));
    }

    @Test
    void takesTheSameVersionAgainAfterItWasRejected() {
        normalizer.read(RawOrders.raw("100", 1, Op.UPSERT, "{}"), RawOrders.order("100", 1, 6));

        assertThat(orders()).hasSize(1);
    }

    @Test
    void isNotHeldUpByAMapperThatFails() {
        try (TestingNormalizer failing = new TestingNormalizer(stateFolder.resolve("failing"), raw -> {
            throw new IllegalStateException("a fault of ours");
        })) {
            failing.read(RawOrders.order("100", 1, 6), RawOrders.order("101", 1, 6));

            assertThat(failing.sentTo(Topics.SALES_ORDER_REJECTED))
                    .extracting(sent -> sent.as(RejectedRecord.class).getReason())
                    .containsExactly("mapper-failed", "mapper-failed");
        }
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
