package com.sentia.queryapi.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:03:00Z");

    @ParameterizedTest
    @CsvSource({"P1D,500,PT5M", "P7D,500,PT30M", "P28D,500,PT2H", "P365D,500,P1D", "P3650D,10,P406D", "PT1H,500,PT1M"})
    void choosesTheFinestRoundStepThatFits(Duration range, int most, Duration expected) {
        assertThat(Resolution.fitting(FROM, FROM.plus(range), most)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"P1D,2", "P1D,97", "P7D,337", "P90D,500", "P3000D,5000", "PT3H,13"})
    void touchesNoMoreCellsThanAsked(Duration range, int most) {
        Duration cell = Resolution.fitting(FROM, FROM.plus(range), most);

        long first = Math.floorDiv(FROM.getEpochSecond(), cell.toSeconds());
        long last = Math.floorDiv(FROM.plus(range).getEpochSecond() - 1, cell.toSeconds());
        assertThat(last - first + 1).isLessThanOrEqualTo(most);
    }
}
