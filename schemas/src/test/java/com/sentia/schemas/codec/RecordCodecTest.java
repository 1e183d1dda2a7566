package com.sentia.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.schemas.KpiFlag;
import com.sentia.schemas.KpiValue;
import com.sentia.schemas.Op;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final SourceProgress PROGRESS = SourceProgress.newBuilder()
            .setVendor("shopify")
            .setUnit("sentia-uk.myshopify.com")
            .setEntity("order")
            .setCompleteTo(Instant.parse("2026-03-01T10:00:00.123456Z"))
            .setAt(Instant.parse("2026-03-01T10:00:01Z"))
            .build();
    private static final KpiValue VALUE = KpiValue.newBuilder()
            .setKpi("net_sales")
            .setKpiVersion(1)
            .setDimensions(Map.of("region", "UK"))
            .setWindow("24h/5m")
            .setWindowEnd(Instant.parse("2026-03-01T10:05:00Z"))
            .setOp(Op.UPSERT)
            .setValue(new BigDecimal("-12.340000"))
            .setComponents(Map.of("gross_sales", new BigDecimal("0.000001")))
            .setCount(3)
            .setRevision(0)
            .setFlags(List.of(KpiFlag.SOURCE_INCOMPLETE))
            .setUpdatedAt(Instant.EPOCH)
            .setGeneration(7)
            .setSequence(8)
            .build();

    private final SchemaRegistryClient registry = new MockSchemaRegistryClient();

    @Test
    void readsBackWhatItWrote() {
        RecordCodec codec = prepared();

        assertThat(codec.decode(codec.encode("kpi.value.v1", VALUE))).isEqualTo(VALUE);
        assertThat(codec.decode(codec.encode("sales.order.v1", PROGRESS))).isEqualTo(PROGRESS);
        assertThat(codec.decode(codec.encode("kpi.value.v1", VALUE))).isEqualTo(VALUE);
    }

    @Test
    void writesTheConfluentFrame() throws Exception {
        byte[] bytes = prepared().encode("sales.order.v1", PROGRESS);

        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        assertThat(bytes[0]).isZero();
        assertThat(registry.getSchemaById(id).name()).isEqualTo("com.sentia.schemas.SourceProgress");
        assertThat(registry.getSchemaById(id).canonicalString()).doesNotContain("avro.java.string");
    }

    @Test
    void registersNothingByItself() {
        RecordCodec codec = new RecordCodec(registry);

        assertThatThrownBy(() -> codec.encode("sales.order.v1", PROGRESS))
                .isInstanceOf(UnregisteredSchemaException.class)
                .hasMessageContaining("sales.order.v1-com.sentia.schemas.SourceProgress");
    }

    @Test
    void refusesARecordOnATopicThatDoesNotHoldIt() {
        RecordCodec codec = prepared();

        assertThatThrownBy(() -> codec.encode("kpi.value.v1", PROGRESS))
                .isInstanceOf(UnregisteredSchemaException.class);
    }

    @Test
    void tellsGarbageFromARegistryThatIsAway() {
        RecordCodec codec = prepared();
        byte[] whole = codec.encode("kpi.value.v1", VALUE);

        assertThatThrownBy(() -> codec.decode(new byte[] {1, 2, 3, 4, 5, 6}))
                .isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(whole, 9))).isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> RecordCodec.connectedTo(URI.create("http://127.0.0.1:1"))
                        .decode(whole))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void refusesARecordOfAKindItDoesNotKnow() throws Exception {
        Schema stranger = new Schema.Parser().parse("""
                {"type": "record", "name": "Stranger", "namespace": "org.example",
                 "fields": [{"name": "a", "type": "int"}]}""");
        GenericRecord record = new GenericData.Record(stranger);
        record.put("a", 1);
        byte[] bytes = framed(registry.register("x-org.example.Stranger", new AvroSchema(stranger)), record);

        assertThatThrownBy(() -> prepared().decode(bytes))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("org.example.Stranger");
    }

    @Test
    void readsAnOlderWritersRecordByTheClasssOwnSchema() throws Exception {
        Schema older = new Schema.Parser().parse("""
                {"type": "record", "name": "Version", "namespace": "com.sentia.schemas", "fields": [
                 {"name": "feedRank", "type": "int"}, {"name": "gone", "type": "string"},
                 {"name": "fetchedAtMicros", "type": "long"}, {"name": "updatedAtMicros", "type": "long"}]}""");
        GenericRecord record = new GenericData.Record(older);
        record.put("feedRank", 2);
        record.put("gone", "with the wind");
        record.put("fetchedAtMicros", 20L);
        record.put("updatedAtMicros", 10L);
        byte[] bytes = framed(registry.register("x-com.sentia.schemas.Version", new AvroSchema(older)), record);

        assertThat(prepared().decode(bytes)).isEqualTo(new Version(10L, 2, 20L));
    }

    @Test
    void leavesNothingOfAFailedWriteInTheNextRecord() {
        RecordCodec codec = prepared();
        SourceProgress broken = new SourceProgress("shopify", "unit", null, Instant.EPOCH, Instant.EPOCH);

        assertThatThrownBy(() -> codec.encode("sales.order.v1", broken)).isInstanceOf(NullPointerException.class);
        assertThat(codec.decode(codec.encode("sales.order.v1", PROGRESS))).isEqualTo(PROGRESS);
    }

    private RecordCodec prepared() {
        new SubjectPreparation(registry).prepare(Topics.ALL);
        return new RecordCodec(registry);
    }

    private static byte[] framed(int id, GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
