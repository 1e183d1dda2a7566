package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.verification.bench.WindowValues.Form;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final long STEP = 5;

    private final WindowValues changePoints = new WindowValues();
    private final WindowValues everyWindow = new WindowValues();

    @Test
    void findsChangePointsEqualToTheWindowsTheyStandFor() {
        add(changePoints, 10, "2.000000");
        add(changePoints, 25, "3.500000");
        add(changePoints, 30, "0.000000");
        add(everyWindow, 10, "2.000000");
        add(everyWindow, 15, "2.000000");
        add(everyWindow, 20, "2.000000");
        add(everyWindow, 25, "3.500000");

        Comparison comparison = compare();

        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.windows()).isEqualTo(4);
        assertThat(comparison.first()).isEmpty();
    }

    @Test
    void takesTheLastWordOnAWindow() {
        add(changePoints, 10, "1.000000");
        add(changePoints, 10, "2.000000");
        add(changePoints, 15, "9.000000");
        add(changePoints, 15, ValueLine.TAKEN_BACK);
        add(changePoints, 20, ValueLine.NOTHING);
        add(everyWindow, 10, "2.000000");
        add(everyWindow, 15, "2.000000");

        assertThat(compare().isEqual()).isTrue();
    }

    @Test
    void namesTheFirstDifference() {
        add(changePoints, 10, "2.000000");
        add(changePoints, 20, "0.000000");
        add(everyWindow, 10, "2.000000");
        add(everyWindow, 15, "2.000001");
        add(everyWindow, 20, "1.000000");

        Comparison comparison = compare();

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.windows()).isEqualTo(1);
        assertThat(comparison.differences()).isEqualTo(2);
        assertThat(comparison.first()).contains("units of UK @ 15: 2.000000 against 2.000001");
    }

    @Test
    void missesAWholeSeries() {
        add(changePoints, 10, "2.000000");
        add(changePoints, 15, "0.000000");
        add(everyWindow, 10, "2.000000");
        everyWindow.add(new ValueLine("units", "", 10, "2.000000"));

        assertThat(compare().differences()).isEqualTo(1);
    }

    @Test
    void provesNothingFromNothing() {
        assertThat(Comparison.of(Map.of(), Map.of()).isEqual()).isFalse();
    }

    @Test
    void readsAValueBackAsItWasWritten() {
        ValueLine line = new ValueLine("aov", "", 1_767_571_200_000_000L, "12.345678");

        assertThat(ValueLine.of(line.text())).isEqualTo(line);
    }

    private Comparison compare() {
        Map<String, String> expected = changePoints.expanded(Form.CHANGE_POINTS, STEP);
        return Comparison.of(expected, everyWindow.expanded(Form.EVERY_WINDOW, STEP));
    }

    private static void add(WindowValues values, long end, String value) {
        values.add(new ValueLine("units", "UK", end, value));
    }
}
