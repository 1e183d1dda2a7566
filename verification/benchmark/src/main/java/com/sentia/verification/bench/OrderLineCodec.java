package com.sentia.verification.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Order lines as Avro binary, without a registry's header. For one thread. */
public final class OrderLineCodec {
    private static final Schema SCHEMA = schema();

    private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(SCHEMA);
    private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(SCHEMA);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
    private @Nullable GenericRecord reuse;

    public byte[] encode(OrderLine line) {
        GenericRecord order = new GenericData.Record(SCHEMA);
        order.put(0, line.order());
        order.put(1, line.line());
        order.put(2, line.timeMicros());
        order.put(3, line.region());
        order.put(4, line.sku());
        order.put(5, line.units());
        order.put(6, line.priceMicros());
        bytes.reset();
        try {
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(order, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an order line can't be written to memory", e);
        }
        return bytes.toByteArray();
    }

    public OrderLine decode(byte[] value) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(value, decoder);
        GenericRecord order = reader.read(reuse, decoder);
        reuse = order;
        return new OrderLine(
                (Long) order.get(0),
                (Integer) order.get(1),
                (Long) order.get(2),
                order.get(3).toString(),
                order.get(4).toString(),
                (Long) order.get(5),
                (Long) order.get(6));
    }

    private static Schema schema() {
        try (InputStream file = Objects.requireNonNull(
                OrderLineCodec.class.getResourceAsStream("order-line.avsc"), "order-line.avsc")) {
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of order lines can't be read", e);
        }
    }
}
