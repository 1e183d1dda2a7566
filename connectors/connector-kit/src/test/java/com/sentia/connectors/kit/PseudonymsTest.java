package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.settings.Secret;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    /** The bytes were computed with Python's hmac module. */
    @Test
    void isTheKeyedHashUnderTheKeysName() {
        Pseudonyms pseudonyms = new Pseudonyms("k1", new Secret("0123456789abcdef"));

        assertThat(pseudonyms.of("shopify", "7")).isEqualTo("k1:86bd63e38a1ce4bf2d314d194de42583");
    }

    @Test
    void differsByCustomerVendorAndKey() {
        Pseudonyms one = new Pseudonyms("k1", new Secret("0123456789abcdef"));
        Pseudonyms other = new Pseudonyms("k1", new Secret("fedcba9876543210"));

        assertThat(one.of("shopify", "7"))
                .isNotEqualTo(one.of("shopify", "8"))
                .isNotEqualTo(one.of("amazon", "7"))
                .isNotEqualTo(other.of("shopify", "7"));
    }
}
