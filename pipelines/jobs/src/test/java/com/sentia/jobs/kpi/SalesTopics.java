package com.sentia.jobs.kpi;

import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RefundLine;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes canonical sales records as the normalizer does, and rates beside them. */
final class SalesTopics implements AutoCloseable {
    static final String UNIT = "sentia-uk.myshopify.com";
    private static final long POUND = 1_000_000L;

    private static final long SECONDS = 30;

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final RecordCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;

    SalesTopics(String bootstrap, URI registry) {
        codec = RecordCodec.connectedTo(registry);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** An order of some units of one SKU at one pound each. */
    void order(String id, Instant placedAt, Instant updatedAt, OrderStatus status, String sku, long units) {
        order(id, placedAt, updatedAt, status, sku, units, "GBP");
    }

    void order(
            String id,
            Instant placedAt,
            Instant updatedAt,
            OrderStatus status,
            String sku,
            long units,
            String currency) {
        send(
                Topics.SALES_ORDER,
                Math.floorMod(id.hashCode(), Topics.SALES_ORDER.partitions()),
                UNIT + "/" + id,
                SalesOrder.newBuilder()
                        .setSource("shopify")
                        .setUnit(UNIT)
                        .setOrderId(id)
                        .setVersion(version(updatedAt))
                        .setOp(Op.UPSERT)
                        .setStatus(status)
                        .setPlacedAt(placedAt)
                        .setUpdatedAt(updatedAt)
                        .setCancelledAt(null)
                        .setRegion("UK")
                        .setChannel("web")
                        .setCurrency(currency)
                        .setCustomerKey("k1:c1")
                        .setLines(List.of(OrderLine.newBuilder()
                                .setLineId("1")
                                .setSku(sku)
                                .setQuantity(units)
                                .setUnitPriceMicros(POUND)
                                .build()))
                        .setDiscounts(List.of())
                        .setShipping(List.of())
                        .build());
    }

    void refund(String id, String order, Instant refundedAt, String sku, long units) {
        send(
                Topics.SALES_REFUND,
                Math.floorMod(order.hashCode(), Topics.SALES_REFUND.partitions()),
                UNIT + "/" + id,
                SalesRefund.newBuilder()
                        .setSource("shopify")
                        .setUnit(UNIT)
                        .setRefundId(id)
                        .setOrderId(order)
                        .setVersion(version(refundedAt))
                        .setOp(Op.UPSERT)
                        .setOrderStatus(OrderStatus.PLACED)
                        .setRefundedAt(refundedAt)
                        .setRegion("UK")
                        .setChannel("web")
                        .setCurrency("GBP")
                        .setLines(List.of(RefundLine.newBuilder()
                                .setRefundLineId("1")
                                .setSku(sku)
                                .setQuantity(units)
                                .setAmountMicros(units * POUND)
                                .build()))
                        .setAdjustments(List.of())
                        .setShipping(List.of())
                        .build());
    }

    /** Progress in every partition of both topics. */
    void progress(Instant completeTo) throws Exception {
        for (Topic topic : List.of(Topics.SALES_ORDER, Topics.SALES_REFUND)) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                send(
                        topic,
                        partition,
                        "progress/shopify/" + UNIT + "/order",
                        SourceProgress.newBuilder()
                                .setVendor("shopify")
                                .setUnit(UNIT)
                                .setEntity("order")
                                .setCompleteTo(completeTo)
                                .setAt(completeTo)
                                .build());
            }
        }
        settle();
    }

    /** A rate in pounds. */
    void rate(String currency, LocalDate day, long nanos, Instant updatedAt) throws Exception {
        String id = currency + "/GBP/" + day;
        send(
                Topics.FX_RATE,
                Math.floorMod(id.hashCode(), Topics.FX_RATE.partitions()),
                "rates/" + id,
                FxRate.newBuilder()
                        .setSource("bank")
                        .setUnit("rates")
                        .setRateId(id)
                        .setVersion(version(updatedAt))
                        .setOp(Op.UPSERT)
                        .setBaseCurrency(currency)
                        .setQuoteCurrency("GBP")
                        .setDay(day)
                        .setRateNanos(nanos)
                        .setPublishedAt(updatedAt)
                        .setUpdatedAt(updatedAt)
                        .build());
        settle();
    }

    void garbage() throws Exception {
        sent.add(producer.send(new ProducerRecord<>(
                Topics.SALES_ORDER.name(), 0, "junk".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3})));
        settle();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(Topic topic, int partition, String key, SpecificRecord record) {
        sent.add(producer.send(new ProducerRecord<>(
                topic.name(), partition, key.getBytes(StandardCharsets.UTF_8), codec.encode(topic.name(), record))));
    }

    private void settle() throws Exception {
        for (Future<RecordMetadata> record : sent) {
            record.get(SECONDS, TimeUnit.SECONDS);
        }
        sent.clear();
    }

    private static Version version(Instant updatedAt) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt);
        return new Version(micros, 2, micros);
    }
}
