package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimeTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter IN_FILE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    private Path folder;

    /** Around each change of the clocks, and moved by weeks from one side of a change to the other. */
    @ParameterizedTest
    @CsvSource({
        "2010-10-30T20:00, 0",
        "2011-03-26T20:00, 0",
        "2010-12-01T08:00, 20",
        "2011-10-29T22:00, 52",
        "2026-03-28T12:00, -52"
    })
    void readsLocalTimesAsJavaDoes(LocalDateTime from, int shiftWeeks) {
        StringBuilder lines = new StringBuilder();
        List<String> instants = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LocalDateTime local = from.plus(Duration.ofMinutes(7L * i));
            lines.append("%d,A,MUG,1,%s,1.00,1,United Kingdom%n".formatted(1000 + i, IN_FILE.format(local)));
            instants.add(String.valueOf(
                    local.plusWeeks(shiftWeeks).atZone(LONDON).toInstant().getEpochSecond() * 1_000_000));
        }

        try (Recomputed file = Recomputed.from(folder, lines.toString(), shiftWeeks)) {
            assertThat(file.rows("select moment from accepted order by line")).isEqualTo(instants);
        }
    }
}
