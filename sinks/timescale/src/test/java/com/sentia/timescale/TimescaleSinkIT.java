package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimescaleSinkIT {
    private static final int ROWS = 1_000;

    @RegisterExtension
    static final MiniClusterExtension FLINK = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    @Test
    void aJobWritesItsRowsAndThenItsProgress() throws Exception {
        TestingTables tables = TestingTables.empty();
        DatabaseAddress address = tables.address(Role.SENTIA_WRITER);
        long generation;
        try (Connection connection = address.connect("test")) {
            generation = WriterGeneration.take(connection, "kpi", 0, 1, null);
        }
        List<KpiWrite> stream = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            stream.add(Changes.at(NOON + i * ONE_MINUTE)
                    .worth("1")
                    .by(generation, i)
                    .write());
        }
        stream.add(KpiWrite.of(
                new WriterProgress("kpi", 0, 1, generation, NOON + ROWS * ONE_MINUTE, Map.of("late_records", 0L))));

        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration)
                .setParallelism(1);
        environment.enableCheckpointing(100);
        environment
                .fromData(stream, TypeInformation.of(KpiWrite.class))
                .sinkTo(TimescaleSinks.kpi(address, "kpi", BatchSettings.DEFAULT, TimescaleSinks.failing()));
        environment.execute();

        assertThat(tables.rows("select count(*), sum(value)::int from kpi_value"))
                .containsExactly(ROWS + "|" + ROWS);
        assertThat(tables.rows("select final_to from kpi_final")).containsExactly("2026-03-02 04:40:00+00");
    }
}
