package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No customer with ada@example.com | No customer with (mail)",
                "'ada@example.com' is taken | '(mail)' is taken",
                "Phone +44 20 7946-0958 is invalid | Phone (number) is invalid",
                "Invalid id: gid://shopify/Customer/7302401 | Invalid id: gid://shopify/Customer/(number)",
                "Invalid id: gid://shopify/Order/7302401 | Invalid id: gid://shopify/Order/7302401",
                "Query cost is 1003, which exceeds 1000 | Query cost is 1003, which exceeds 1000",
            })
    void leavesOutWhatMayBeAPersons(String told, String shown) {
        assertThat(ErrorText.of(told)).isEqualTo(shown);
    }

    @Test
    void endsWhatIsTooLongToRead() {
        assertThat(ErrorText.of("x".repeat(5000))).hasSizeLessThan(400).endsWith("…");
    }
}
