package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiVersionsTest {
    @Test
    void endAYearAndSixteenDaysOn() {
        assertThat(ApiVersions.endOf("2026-10")).isEqualTo("2027-10-16T15:00:00Z");
        assertThat(ApiVersions.endOf("2027-01")).isEqualTo("2028-01-16T15:00:00Z");
    }
}
