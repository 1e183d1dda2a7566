package com.sentia.schemas.codec;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads the values of every topic: 0x00, the schema's id (int32), the record in Avro binary.
 *
 * <p>Nothing is registered here. A record is read into the class that bears its writer's name, by that class's own
 * schema. Safe for use by many threads; each keeps its own buffers.
 */
public final class RecordCodec {
    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;
    private static final int CACHED_SCHEMAS = 1_000;

    private final SchemaIds schemas;
    private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

    public RecordCodec(SchemaRegistryClient registry) {
        this.schemas = new SchemaIds(registry);
    }

    /** A codec that asks the registry at this base address, which is not contacted before the first record. */
    public static RecordCodec connectedTo(URI registry) {
        return new RecordCodec(new CachedSchemaRegistryClient(registry.toString(), CACHED_SCHEMAS));
    }

    /**
     * The record as it goes onto the topic.
     *
     * @throws UnregisteredSchemaException when the topic has no subject with this record's schema
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public byte[] encode(String topic, SpecificRecord record) {
        Schema schema = record.getSchema();
        return workspaces.get().write(schemas.idOf(topic, schema), schema, record);
    }

    /**
     * The record that was written, as this program knows its kind.
     *
     * @throws UndecodableRecordException when the bytes are not a record of a kind this program knows
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public SpecificRecord decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new UndecodableRecordException("value does not begin with 0x00 and a schema id", null);
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        Schema writer = schemas.writerOf(id);
        try {
            return workspaces.get().read(id, writer, bytes);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw new UndecodableRecordException("value is no " + writer.getFullName() + " of schema " + id, e);
        }
    }

    /** What one thread needs again and again: Avro's readers and writers are not safe to share. */
    private static final class Workspace {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
        private final Map<String, DatumWriter<SpecificRecord>> writers = new HashMap<>();
        private final Map<Integer, DatumReader<SpecificRecord>> readers = new HashMap<>();

        byte[] write(int id, Schema schema, SpecificRecord record) {
            DatumWriter<SpecificRecord> writer =
                    writers.computeIfAbsent(schema.getFullName(), name -> newWriter(record, schema));
            out.reset();
            try {
                out.write(MAGIC);
                out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
                writer.write(record, encoder);
                encoder.flush();
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory failed", e);
            }
            return out.toByteArray();
        }

        SpecificRecord read(int id, Schema writer, byte[] bytes) throws IOException {
            DatumReader<SpecificRecord> reader = readers.get(id);
            if (reader == null) {
                reader = newReader(writer);
                readers.put(id, reader);
            }
            BinaryDecoder body =
                    DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, decoder);
            return reader.read(null, body);
        }

        @SuppressWarnings("unchecked") // Avro's API gives writers of Object; this one only ever sees such records.
        private static DatumWriter<SpecificRecord> newWriter(SpecificRecord record, Schema schema) {
            return (DatumWriter<SpecificRecord>)
                    SpecificData.getForClass(record.getClass()).createDatumWriter(schema);
        }

        @SuppressWarnings("unchecked") // As above; the class was found by the writer's name.
        private static DatumReader<SpecificRecord> newReader(Schema writer) {
            Class<?> type = SpecificData.get().getClass(writer);
            if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
                throw new UndecodableRecordException("no class for records named " + writer.getFullName(), null);
            }
            SpecificData model = SpecificData.getForClass(type);
            return (DatumReader<SpecificRecord>) model.createDatumReader(writer, model.getSchema(type));
        }
    }
}
