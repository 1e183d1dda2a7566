package com.sentia.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.launcher.status.SimulatorStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunShareTest {
    private static final Instant OPENING = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant FILE_END = Instant.parse("2026-11-11T00:00:00Z");

    private final RunShare share = new RunShare(OPENING);

    @Test
    void isNothingBeforeALineIsServedAndAllWhenTheLastIs() {
        assertThat(share.of(shops(OPENING, 0))).isZero();
        assertThat(share.of(shops(FILE_END, 1000))).isEqualTo(1);
    }

    @Test
    void leavesTimeToAPastThatIsServedInOneGo() {
        assertThat(share.of(shops(OPENING, 700))).isEqualTo(0.35);
        assertThat(share.of(shops(Instant.parse("2026-11-06T00:00:00Z"), 800))).isEqualTo(0.65);
    }

    @Test
    void standsAtTheEndAfterTheLastLine() {
        assertThat(share.of(shops(FILE_END.plusSeconds(86_400), 1000))).isEqualTo(1);
    }

    private static SimulatorStatus shops(Instant now, long linesServed) {
        Instant end = FILE_END.plusSeconds(864_000);
        return new SimulatorStatus(now, FILE_END, end, 0, 1100, 1000, linesServed, 100, false, false);
    }
}
