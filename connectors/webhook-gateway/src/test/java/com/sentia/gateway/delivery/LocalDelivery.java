package com.sentia.gateway.delivery;

import static org.awaitility.Awaitility.await;

import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A delivery over Kafka's own producer for tests, which acknowledges when the test says so. */
public final class LocalDelivery implements AutoCloseable {
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordCodec codec = new RecordCodec(registry);
    private final Delivery delivery = new Delivery(producer, codec, Duration.ofSeconds(30));

    /** One that has not reached the registry yet. */
    public static LocalDelivery cold() {
        return new LocalDelivery();
    }

    /** One that is ready to send. */
    public static LocalDelivery warm() {
        LocalDelivery local = new LocalDelivery();
        local.warmUp();
        return local;
    }

    public void warmUp() {
        new SubjectPreparation(registry).prepare(Topics.ALL);
        delivery.warmUp(Samples.of(List.of(Topics.RAW_SHOPIFY_ORDER, Topics.RAW_SHOPIFY_PRODUCT)));
    }

    public Delivery delivery() {
        return delivery;
    }

    /** Waits until so many records were handed to the producer in all. */
    public void awaitSent(int count) {
        await().until(() -> producer.history().size() >= count);
    }

    public void acknowledgeNext() {
        await().until(producer::completeNext);
    }

    public void failNext() {
        await().until(() -> producer.errorNext(new TimeoutException("no broker")));
    }

    public int sent() {
        return producer.history().size();
    }

    public ProducerRecord<byte[], byte[]> last() {
        List<ProducerRecord<byte[], byte[]>> all = producer.history();
        return all.get(all.size() - 1);
    }

    public SpecificRecord lastValue() {
        return codec.decode(last().value());
    }

    @Override
    public void close() {
        delivery.close();
    }
}
