package com.sentia.capture;

import static com.sentia.capture.DebeziumRecords.COMMITTED;
import static com.sentia.capture.DebeziumRecords.POSITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.RecordVersions;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.SubjectPreparation;
import com.sentia.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class RawRecordsTest {
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RecordCodec codec = new RecordCodec(registry);
    private final RawRecords records = new RawRecords("plant", codec::encode);

    RawRecordsTest() {
        new SubjectPreparation(registry).prepare(Topics.ALL);
    }

    @Test
    void makesARowTheRawRecordOfItsTable() {
        SourceRecord changed = DebeziumRecords.rate("u", null);
        SourceRecord sent = records.of(changed).orElseThrow();
        RawRecord raw = (RawRecord) value(sent);

        assertThat(sent.topic()).isEqualTo("raw.sentia.fx_rate");
        assertThat(sent.kafkaPartition()).isNull();
        assertThat(text((byte[]) sent.key())).isEqualTo("plant/EUR/GBP/1970-01-11");
        assertThat(sent.sourceOffset()).isEqualTo(changed.sourceOffset());
        assertThat(raw.getVendor()).isEqualTo("sentia");
        assertThat(raw.getUnit()).isEqualTo("plant");
        assertThat(raw.getEntity()).isEqualTo("fx_rate");
        assertThat(raw.getId()).isEqualTo("EUR/GBP/1970-01-11");
        assertThat(raw.getOp()).isEqualTo(Op.UPSERT);
        assertThat(raw.getFeed()).isEqualTo(Feed.CDC);
        assertThat(raw.getVersion()).isEqualTo(version(COMMITTED));
        assertThat(raw.getFetchedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:01Z"));
    }

    @Test
    void sendsOnlyAllowedColumnsInPlainForms() {
        RawRecord raw =
                (RawRecord) value(records.of(DebeziumRecords.rate("c", null)).orElseThrow());

        assertThat(text(raw.getPayload()))
                .isEqualTo("{\"base_currency\":\"EUR\",\"quote_currency\":\"GBP\",\"day\":\"1970-01-11\","
                        + "\"rate\":\"0.861230000\",\"published_at\":\"2026-03-02T09:00:00Z\","
                        + "\"updated_at\":\"2026-03-02T09:59:59.500Z\"}");
    }

    @Test
    void makesADeletionARecordOfItsOwn() {
        RawRecord raw =
                (RawRecord) value(records.of(DebeziumRecords.rate("d", null)).orElseThrow());

        assertThat(raw.getOp()).isEqualTo(Op.DELETE);
        assertThat(raw.getPayload()).isNull();
        assertThat(raw.getVersion()).isEqualTo(version(COMMITTED));
    }

    @Test
    void givesASnapshotsRowTheCommitTimeOfItsLastChange() {
        Instant before = COMMITTED.minusSeconds(3_600);

        RawRecord raw =
                (RawRecord) value(records.of(DebeziumRecords.rate("r", before)).orElseThrow());

        assertThat(raw.getOp()).isEqualTo(Op.UPSERT);
        assertThat(raw.getVersion()).isEqualTo(version(before));
    }

    @Test
    void refusesASnapshotsRowThatDoesNotSayWhenItWasCommitted() {
        assertThatThrownBy(() -> records.of(DebeziumRecords.rate("r", null)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshot.select.statement.overrides");
    }

    @Test
    void makesAMarkProgressOfExactlyThatPartition() {
        SourceRecord sent =
                records.of(DebeziumRecords.mark("u", "machine_reading", 3)).orElseThrow();

        assertThat(sent.topic()).isEqualTo("raw.sentia.machine_reading");
        assertThat(sent.kafkaPartition()).isEqualTo(3);
        assertThat(text((byte[]) sent.key())).isEqualTo("progress/sentia/plant/machine_reading");
        assertThat(value(sent))
                .isEqualTo(new SourceProgress(
                        "sentia",
                        "plant",
                        "machine_reading",
                        Instant.parse("2026-03-02T09:59:58Z"),
                        Instant.parse("2026-03-02T10:00:00Z")));
    }

    @Test
    void takesNoMarkFromASnapshot() {
        assertThat(records.of(DebeziumRecords.mark("r", "machine_reading", 3))).isEmpty();
    }

    @Test
    void refusesAMarkForAPartitionThatIsNotThere() {
        assertThatThrownBy(() -> records.of(DebeziumRecords.mark("u", "fx_rate", 4)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("partition 4 of raw.sentia.fx_rate, which has 4");
    }

    @Test
    void takesRememberedDeletionsFromASnapshotOnly() {
        SourceRecord sent = records.of(DebeziumRecords.deletion("r", "production_run", "R-1"))
                .orElseThrow();
        RawRecord raw = (RawRecord) value(sent);

        assertThat(sent.topic()).isEqualTo("raw.sentia.production_run");
        assertThat(raw.getId()).isEqualTo("R-1");
        assertThat(raw.getOp()).isEqualTo(Op.DELETE);
        assertThat(raw.getVersion()).isEqualTo(version(COMMITTED));
        assertThat(records.of(DebeziumRecords.deletion("c", "production_run", "R-1")))
                .isEmpty();
    }

    @Test
    void setsARowAsideThatCantBeToldAndRepeatsNothingOfIt() {
        SourceRecord changed = DebeziumRecords.ratePublishedAt("infinity");
        SourceRecord sent = records.of(changed).orElseThrow();
        RejectedRecord letter = (RejectedRecord) value(sent);

        assertThat(sent.topic()).isEqualTo("raw.sentia.fx_rate.rejected");
        assertThat(text((byte[]) sent.key())).isEqualTo("plant/EUR/GBP/1970-01-11");
        assertThat(sent.sourceOffset()).isEqualTo(changed.sourceOffset());
        assertThat(letter.getReason()).isEqualTo("untellable-row");
        assertThat(letter.getDetail())
                .isEqualTo("published_at: is no time of a calendar; correct the row in operations.fx_rate");
        assertThat(letter.getTopic()).isEqualTo("raw.sentia.fx_rate");
        assertThat(letter.toString()).doesNotContain("Jane Doe");
    }

    @Test
    void stopsAtATableWithoutRule() {
        assertThatThrownBy(() -> records.of(DebeziumRecords.of("payroll", "c")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("payroll")
                .hasMessageContaining("table.include.list");
    }

    @Test
    void stopsAtATruncate() {
        assertThatThrownBy(() -> records.of(DebeziumRecords.of("fx_rate", "t")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void leavesOutWhatSpeaksOfNoRow() {
        assertThat(records.of(DebeziumRecords.heartbeat())).isEmpty();
    }

    private static Version version(Instant committed) {
        return RecordVersions.ofChangeLog(DebeziumRecords.micros(committed), POSITION);
    }

    private SpecificRecord value(SourceRecord sent) {
        return codec.decode((byte[]) sent.value());
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
