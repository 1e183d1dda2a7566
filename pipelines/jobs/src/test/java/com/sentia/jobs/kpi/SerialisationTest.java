package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.FactChange;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialisationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                EntityChange.class,
                EntityFacts.class,
                FactChange.class,
                KpiChange.class,
                KpiWrite.class,
                Rejection.class,
                SalesEvent.class,
                SeriesMessage.class,
                UnitProgress.class
            })
    void serialisesStreamAndStateTypesWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        assertThat(type).isPublic();
    }
}
