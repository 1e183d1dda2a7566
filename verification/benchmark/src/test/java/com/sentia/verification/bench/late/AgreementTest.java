package com.sentia.verification.bench.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private final NavigableMap<Long, BigDecimal> expected = new TreeMap<>();
    private final NavigableMap<Long, BigDecimal> changePoints = new TreeMap<>();

    @Test
    void letsAChangePointStandForTheWindowsUpToTheNext() {
        expect(10, "0");
        expect(20, "5");
        expect(30, "5.000000");
        expect(40, "0");
        changePoints.put(20L, new BigDecimal("5.000000"));
        changePoints.put(40L, new BigDecimal("0.000000"));

        assertThat(Agreement.difference(expected, changePoints)).isEmpty();
    }

    @Test
    void findsAWrongValueAndAMissingAndASurplusChangePoint() {
        expect(10, "1");
        expect(20, "2");

        changePoints.put(10L, BigDecimal.ONE);
        assertThat(Agreement.difference(expected, changePoints))
                .hasValueSatisfying(difference -> assertThat(difference).contains("20", "recomputed 2"));
        changePoints.put(20L, new BigDecimal("2.000001"));
        assertThat(Agreement.difference(expected, changePoints)).isPresent();
        changePoints.put(20L, new BigDecimal("2"));
        changePoints.put(5L, BigDecimal.TEN);
        assertThat(Agreement.difference(expected, changePoints)).isEmpty();
        expect(6, "0");
        assertThat(Agreement.difference(expected, changePoints)).isPresent();
    }

    private void expect(long windowEnd, String value) {
        expected.put(windowEnd, new BigDecimal(value));
    }
}
