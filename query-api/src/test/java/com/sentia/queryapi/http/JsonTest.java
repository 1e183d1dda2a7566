package com.sentia.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource({
        "12.500000, 12.5",
        "0E-6, 0",
        "1200.000000, 1200",
        "1E+9, 1000000000",
        "-0.000001, -0.000001",
        "99999999999999999999999999999999.123456, 99999999999999999999999999999999.123456"
    })
    void writesDecimalsExactlyAndWithoutExponent(BigDecimal value, String expected) {
        byte[] json = Json.bytes(out -> {
            out.writeStartObject();
            Json.decimal(out, "value", value);
            out.writeEndObject();
        });

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"value\":" + expected + "}");
    }
}
