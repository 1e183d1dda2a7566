package com.sentia.simulators.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineClassifierTest {
    private final LineClassifier classifier = new LineClassifier();

    private FileLine classify(String invoice, String code, String quantity, String price) {
        return classifier.classify(
                1,
                List.of(invoice, code, "THING", quantity, "2010-12-01 08:26:00", price, "17850.0", "United Kingdom"));
    }

    @ParameterizedTest
    @CsvSource({
        "A563185, B,         1,  -11062.06, ADJUSTMENT_INVOICE",
        "X12,     85123A,    1,  1,         UNKNOWN_INVOICE_NUMBER",
        "'',      85123A,    1,  1,         UNKNOWN_INVOICE_NUMBER",
        "c12,     85123A,   -1,  1,         UNKNOWN_INVOICE_NUMBER",
        "536365,  m,         1,  1,         NOT_A_PRODUCT",
        "536365,  '  ',      1,  1,         NOT_A_PRODUCT",
        "536365,  Bank Charges, 1, 1,       NOT_A_PRODUCT",
        "536365,  M,         1,  0,         NOT_A_PRODUCT",
        "536365,  85123A,    1,  0.0,       PRICE_NOT_POSITIVE",
        "536365,  85123A,   -1,  0.0,       PRICE_NOT_POSITIVE",
        "536365,  85123A,    1, -2.5,       PRICE_NOT_POSITIVE",
        "536365,  85123A,    0,  1,         QUANTITY_NOT_POSITIVE",
        "536365,  85123A,   -1,  1,         QUANTITY_NOT_POSITIVE",
        "C536365, 85123A,    1,  1,         QUANTITY_POSITIVE_IN_CANCELLATION",
        "C536365, 85123A,    0,  1,         QUANTITY_POSITIVE_IN_CANCELLATION",
        "A1,      85123A,  one,  1,         UNREADABLE_LINE",
        "536365,  85123A,  1.5,  1,         UNREADABLE_LINE",
        "536365,  85123A,    1,  free,      UNREADABLE_LINE",
        "536365,  85123A,    1,  0.0000001, UNREADABLE_LINE",
        "536365,  85123A, -2147483648, 1,   UNREADABLE_LINE",
        "536365,  85123A, 2000000000, 9000000000, UNREADABLE_LINE"
    })
    void namesTheFirstRuleAgainstALine(String invoice, String code, String quantity, String price, Rejection reason) {
        assertThat(classify(invoice, code, quantity, price)).isEqualTo(new RejectedLine(1, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "85123a, GOODS",
        "POST, SHIPPING",
        "dot, SHIPPING",
        "C2, SHIPPING",
        "D, DISCOUNT",
        "PADS, GOODS",
        "DCGS0003, GOODS",
        "gift_0001_20, GOODS"
    })
    void acceptsEveryOtherCode(String code, LineKind kind) {
        assertThat(classify("536365", " " + code + " ", "6", "2.55")).isInstanceOfSatisfying(RetailLine.class, line -> {
            assertThat(line.kind()).isEqualTo(kind);
            assertThat(line.code()).isEqualTo(code.toUpperCase(java.util.Locale.ROOT));
        });
    }

    @Test
    void readsWhatALineSays() {
        assertThat(classify("C536365", "85123A", "-6", "2.555"))
                .isEqualTo(new RetailLine(
                        1,
                        536365,
                        true,
                        LineKind.GOODS,
                        "85123A",
                        "THING",
                        6,
                        2_555_000,
                        1_291_191_960,
                        "17850",
                        "United Kingdom"));
    }

    @Test
    void takesAnEmptyCustomerForNoneAndAnEmptyDescriptionForTheCode() {
        FileLine line = classifier.classify(
                1, List.of("536365", "85123A", " ", "6", "2010-12-01 08:26", "2.55", " ", "France"));

        assertThat(line).isInstanceOfSatisfying(RetailLine.class, sale -> {
            assertThat(sale.customer()).isNull();
            assertThat(sale.title()).isEqualTo("85123A");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-01", "01/12/2010 08:26", "2010-02-30 08:26:00", "", "2010-12-01T08:26:00"})
    void refusesADateOfAnotherForm(String date) {
        assertThat(classifier.classify(3, List.of("536365", "85123A", "T", "6", date, "2.55", "1", "France")))
                .isEqualTo(new RejectedLine(3, Rejection.UNREADABLE_LINE));
    }

    @Test
    void refusesALineWithAnotherNumberOfColumns() {
        assertThat(classifier.classify(7, List.of("536365", "85123A", "T", "6", "2010-12-01 08:26:00", "2.55", "1")))
                .isEqualTo(new RejectedLine(7, Rejection.UNREADABLE_LINE));
    }

    @Test
    void remembersTheLastDateRejectedLinesIncluded() {
        classifier.classify(1, List.of("A1", "B", "T", "1", "2010-12-02 00:00:00", "1", "", "France"));
        classify("536365", "85123A", "1", "1");

        assertThat(classifier.lastLocalSecond()).isEqualTo(1_291_248_000);
    }
}
