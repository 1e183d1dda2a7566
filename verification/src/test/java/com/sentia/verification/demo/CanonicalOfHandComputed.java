package com.sentia.verification.demo;

import com.sentia.schemas.Op;
import com.sentia.schemas.OrderDiscount;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderShipping;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundAdjustment;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the canonical topics hold of {@link HandComputedTest#FILE}, with older versions and an aborted transaction. */
final class CanonicalOfHandComputed {
    private static final Instant MIDDAY = Instant.parse("2011-03-26T12:00:00Z");

    private final Producer<String, byte[]> producer;
    private final RecordCodec codec;

    private CanonicalOfHandComputed(Producer<String, byte[]> producer, RecordCodec codec) {
        this.producer = producer;
        this.codec = codec;
    }

    static void write(String servers, URI registry) {
        Map<String, Object> client = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test");
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            new CanonicalOfHandComputed(producer, RecordCodec.connectedTo(registry)).write();
        }
    }

    private void write() {
        producer.beginTransaction();
        order("1001", Op.UPSERT, 0, 1);
        order("1002", Op.UPSERT, 0, 4);
        order("1003", Op.UPSERT, 0, 5, 6);
        order("1099", Op.UPSERT, 0, 12);
        producer.commitTransaction();

        producer.beginTransaction();
        order("1777", Op.UPSERT, 0, 777);
        producer.abortTransaction();

        producer.beginTransaction();
        order("1001", Op.UPSERT, 1, 1);
        order("1003", Op.UPSERT, 0, 5);
        order("1005", Op.UPSERT, 0, 8);
        order("1099", Op.DELETE, 0, 12);
        refund("1004000", List.of(7L), 6000);
        refund("1004001", List.of(), 6001);
        refund("1006000", List.of(), 9000);
        refund("1007000", List.of(), 10000);
        send(
                Topics.SALES_ORDER,
                "progress/shopify/uk/order",
                new SourceProgress("shopify", "uk", "order", MIDDAY, MIDDAY));
        producer.commitTransaction();
    }

    private void order(String id, Op op, int discounts, long... lines) {
        SalesOrder order = SalesOrder.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setOrderId(id)
                .setVersion(new Version(1L, 2, 1L))
                .setOp(op)
                .setStatus(OrderStatus.PLACED)
                .setPlacedAt(MIDDAY)
                .setUpdatedAt(MIDDAY)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setLines(Arrays.stream(lines)
                        .mapToObj(line -> OrderLine.newBuilder()
                                .setLineId(Long.toString(line))
                                .setSku("A1")
                                .setQuantity(1)
                                .setUnitPriceMicros(1)
                                .build())
                        .toList())
                .setDiscounts(java.util.stream.IntStream.range(0, discounts)
                        .mapToObj(index -> new OrderDiscount(Integer.toString(index), 1L))
                        .toList())
                .setShipping(discounts == 0 ? List.of() : List.of(new OrderShipping("2", 3_000_000L)))
                .build();
        send(Topics.SALES_ORDER, "uk/" + id, order);
    }

    private void refund(String id, List<Long> adjustments, long... lines) {
        SalesRefund refund = SalesRefund.newBuilder()
                .setSource("shopify")
                .setUnit("uk")
                .setRefundId(id)
                .setVersion(new Version(1L, 2, 1L))
                .setOp(Op.UPSERT)
                .setOrderStatus(OrderStatus.PLACED)
                .setRefundedAt(MIDDAY)
                .setRegion("UK")
                .setChannel("web")
                .setCurrency("GBP")
                .setLines(Arrays.stream(lines)
                        .mapToObj(line -> new RefundLine(Long.toString(line), "A1", 1L, 1L, null))
                        .toList())
                .setAdjustments(adjustments.stream()
                        .map(line -> new RefundAdjustment(Long.toString(line), 1L))
                        .toList())
                .setShipping(List.of())
                .build();
        send(Topics.SALES_REFUND, "uk/" + id, refund);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Committing the transaction throws when a send has failed.
    private void send(Topic topic, String key, SpecificRecord record) {
        producer.send(new ProducerRecord<>(topic.name(), key, codec.encode(topic.name(), record)));
    }
}
