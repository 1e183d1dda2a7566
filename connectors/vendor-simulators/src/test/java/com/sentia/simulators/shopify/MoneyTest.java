package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "2550000, 2.55",
        "10000000, 10.0",
        "0, 0.0",
        "1, 0.000001",
        "123456789000000, 123456789.0",
        "-1500000, -1.5"
    })
    void writesDecimalsAsShopifyDoes(long micros, String amount) {
        assertThat(new Money(micros).amount()).isEqualTo(amount);
    }
}
