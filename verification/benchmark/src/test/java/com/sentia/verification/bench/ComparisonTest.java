package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.verification.bench.WindowValues.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list of values is that of the windows that end at 10, 15, 20 and so on; an empty text is no row. */
class ComparisonTest {
    private static final long FIRST = 10;
    private static final long STEP = 5;

    @Test
    void findsChangePointsEqualToTheWindowsTheyStandFor() {
        Comparison comparison = Comparison.of(changePoints("2", "", "", "3.5", "0"), everyWindow("2", "2", "2", "3.5"));

        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.windows()).isEqualTo(4);
        assertThat(comparison.first()).isEmpty();
    }

    @Test
    void takesWindowsPassedOverForEmpty() {
        assertThat(Comparison.of(changePoints("2", "0", "", "2", "0"), everyWindow("2", "", "", "2"))
                        .isEqual())
                .isTrue();
        assertThat(Comparison.of(changePoints("2", "", "", "", "0"), everyWindow("2", "", "", "2"))
                        .differences())
                .isEqualTo(2);
    }

    @Test
    void takesTheLastWordOnAWindow() {
        WindowValues corrected = changePoints("1", "9", "5");
        add(corrected, 10, "2.000000");
        add(corrected, 15, ValueLine.TAKEN_BACK);
        add(corrected, 20, ValueLine.NOTHING);

        assertThat(Comparison.of(corrected, everyWindow("2", "2")).isEqual()).isTrue();
    }

    @Test
    void namesTheFirstDifference() {
        Comparison comparison = Comparison.of(changePoints("2", "", "0"), everyWindow("2", "2.000001", "1"));

        assertThat(comparison.isEqual()).isFalse();
        assertThat(comparison.windows()).isEqualTo(1);
        assertThat(comparison.differences()).isEqualTo(2);
        assertThat(comparison.first()).contains("units of UK @ 15: 2.000000 against 2.000001");
    }

    @Test
    void missesAWholeSeries() {
        WindowValues more = everyWindow("2");
        more.add(new ValueLine("units", "", 10, "2.000000"));

        assertThat(Comparison.of(changePoints("2", "0"), more).differences()).isEqualTo(1);
    }

    @Test
    void asksNoMoreOfARunCutOffThanItHadWritten() {
        WindowValues whole = changePoints("2", "", "3", "0");
        whole.add(new ValueLine("aov", "UK", 10, "1.000000"));

        assertThat(Comparison.ofPart(whole, everyWindow("2", "2")).differences())
                .isZero();
        assertThat(Comparison.of(whole, everyWindow("2", "2")).differences()).isEqualTo(2);
        assertThat(Comparison.ofPart(whole, everyWindow("", "2", "2")).differences())
                .isEqualTo(1);
    }

    @Test
    void takesWindowsInAnyOrder() {
        WindowValues found = new WindowValues(Form.EVERY_WINDOW, STEP);
        for (long end : new long[] {20, 10, 30, 15}) {
            add(found, end, "2.000000");
        }

        assertThat(Comparison.of(changePoints("2", "", "", "0", "2", "0"), found)
                        .isEqual())
                .isTrue();
    }

    @Test
    void provesNothingFromNothing() {
        assertThat(Comparison.of(everyWindow(), everyWindow()).isEqual()).isFalse();
    }

    @Test
    void readsAValueBackAsItWasWritten() {
        ValueLine line = new ValueLine("aov", "", 1_767_571_200_000_000L, "12.345678");

        assertThat(ValueLine.of(line.text())).isEqualTo(line);
    }

    private static WindowValues changePoints(String... values) {
        return values(Form.CHANGE_POINTS, List.of(values));
    }

    private static WindowValues everyWindow(String... values) {
        return values(Form.EVERY_WINDOW, List.of(values));
    }

    private static WindowValues values(Form form, List<String> rows) {
        WindowValues values = new WindowValues(form, STEP);
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                String value = new java.math.BigDecimal(rows.get(i)).setScale(6).toPlainString();
                add(values, FIRST + i * STEP, value);
            }
        }
        return values;
    }

    private static void add(WindowValues values, long end, String value) {
        values.add(new ValueLine("units", "UK", end, value));
    }
}
