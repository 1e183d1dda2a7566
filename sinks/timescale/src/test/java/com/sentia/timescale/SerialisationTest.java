package com.sentia.timescale;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialisationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                KpiWrite.class,
                KpiChange.class,
                Restatement.class,
                WriterProgress.class,
                SourceProgressRow.class,
                DeadLetterRow.class,
                FactWrite.class,
                FactRow.class,
                RateRow.class
            })
    void everyStreamTypeIsAPojoWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
