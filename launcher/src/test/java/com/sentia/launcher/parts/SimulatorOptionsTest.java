package com.sentia.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {
    @Test
    void isAsFarBehindAsTheSlowestShop() {
        assertThat(delayed("sentia-uk.myshopify.com=30m", "sentia-eu.myshopify.com=1h")
                        .longestDelay())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isNotBehindWithoutDelays() {
        assertThat(delayed().longestDelay()).isZero();
    }

    private static SimulatorOptions delayed(String... delays) {
        return new SimulatorOptions(Path.of("in.csv"), "drain", 600, "none", "PLUS", List.of(delays), false);
    }
}
