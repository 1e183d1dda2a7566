package com.sentia.jobs.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.runtime.Position;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnfitRecordException;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.Version;
import com.sentia.timescale.DeadLetterRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class DeadLetterReaderTest {
    private static final Position PLACE = new Position("raw.shopify.order.rejected", 3, 17);

    @Test
    void keepsARecordSetAsideByteForByte() {
        DeadLetterRow row = new DeadLetterReader()
                .record(
                        RejectedRecord.newBuilder()
                                .setStage("normalizer")
                                .setReason("unmappable-payload")
                                .setDetail("no currency")
                                .setTopic("raw.shopify.order")
                                .setPartition(3)
                                .setOffset(5)
                                .setKey(ByteBuffer.wrap(new byte[] {1}))
                                .setValue(null)
                                .setHeaders(Map.of())
                                .setRejectedAt(Instant.EPOCH.plusSeconds(1))
                                .build(),
                        PLACE);

        assertThat(row)
                .usingRecursiveComparison()
                .isEqualTo(new DeadLetterRow(
                        "raw.shopify.order.rejected",
                        3,
                        17,
                        "normalizer",
                        "unmappable-payload",
                        "no currency",
                        "raw.shopify.order",
                        3,
                        5,
                        new byte[] {1},
                        null,
                        1_000_000));
    }

    @Test
    void makesADeadLetterOfWhatCanNotBeReadThere() {
        DeadLetterRow row = new DeadLetterReader()
                .rejected(new Rejection("undecodable-record", "no schema", PLACE, null, new byte[] {2}, 9));

        assertThat(row.stage()).isEqualTo("dead-letter-job");
        assertThat(row.sourceOffset()).isEqualTo(17);
        assertThat(row.value()).containsExactly(2);
    }

    @Test
    void refusesARecordOfAnotherKind() {
        assertThatThrownBy(() -> new DeadLetterReader().record(new Version(1L, 2, 3L), PLACE))
                .isInstanceOf(UnfitRecordException.class);
    }

    @Test
    void sendsRowsWithoutKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(DeadLetterRow.class);
    }
}
