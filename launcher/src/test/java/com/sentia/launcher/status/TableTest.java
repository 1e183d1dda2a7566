package com.sentia.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void makesColumnsAsWideAsTheirWidestCellAndPutsNumbersToTheRight() {
        assertThat(new Table("part", "memory")
                        .row("kafka", "260 MB")
                        .row("flink-jobmanager", "9 MB")
                        .text())
                .isEqualTo("""
                        part              memory
                        ----------------  ------
                        kafka             260 MB
                        flink-jobmanager    9 MB
                        """);
    }

    @Test
    void writesNumbersAndTimesForPeople() {
        assertThat(Words.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.number(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
        assertThat(Words.number(new BigDecimal("12.000000"))).isEqualTo("12");
        assertThat(Words.duration(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(Words.duration(Duration.ofSeconds(3_665))).isEqualTo("1h 01m");
    }
}
