package com.sentia.verification.bench.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.timescale.KpiChange;
import com.sentia.verification.bench.bare.BareRow;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SinkFiguresTest {
    private final SinkFigures figures = new SinkFigures(1_000);

    @Test
    void comparesTheMedianRounds() {
        ran(SinkWay.SINK, 9, 2, 4);
        ran(SinkWay.COPY, 1, 1, 5);

        assertThat(figures.rowsPerSecond(SinkWay.SINK, false)).contains(250.0);
        assertThat(figures.rowsPerSecond(SinkWay.COPY, false)).contains(1_000.0);
        assertThat(figures.ratio(SinkWay.COPY, false)).contains(0.25);
    }

    @Test
    void knowsNothingOfWhatWasNotRun() {
        ran(SinkWay.SINK, 1);

        assertThat(figures.rowsPerSecond(SinkWay.SINK, true)).isEmpty();
        assertThat(figures.ratio(SinkWay.COPY, false)).isEmpty();
    }

    @Test
    void givesAllWaysTheSameRowsWithAKeyOfTheirOwn() {
        assertThat(LongStream.range(0, 1_000)
                        .mapToObj(index -> ChangePoints.bare(index, 1, 0))
                        .map(row -> row.seriesId() + "@" + row.windowEndMicros()))
                .doesNotHaveDuplicates();
        KpiChange change = ChangePoints.at(437, 5, 1);
        BareRow bare = ChangePoints.bare(437, 5, 1);
        assertThat(bare.value()).isEqualTo(change.value());
        assertThat(bare.windowEndMicros()).isEqualTo(change.windowEndMicros());
        assertThat(bare.sequence()).isEqualTo(change.sequence()).isEqualTo(2);
        assertThat(LongStream.range(0, 300)
                        .mapToObj(index -> ChangePoints.bare(index, 5, 1).value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(ChangePoints.sum(300, 1));
    }

    private void ran(SinkWay way, double... seconds) {
        for (double one : seconds) {
            figures.ran(way, false, one);
        }
    }
}
