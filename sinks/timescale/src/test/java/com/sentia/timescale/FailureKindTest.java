package com.sentia.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {
    @ParameterizedTest
    @CsvSource({
        "08006, TRANSIENT",
        "57P01, TRANSIENT",
        "57P03, TRANSIENT",
        "40P01, TRANSIENT",
        "53300, TRANSIENT",
        "22003, ROW",
        "23514, ROW",
        "42P01, FATAL",
        "42501, FATAL",
        "28P01, FATAL",
        "SF001, FATAL"
    })
    void followsTheState(String state, FailureKind expected) {
        assertThat(FailureKind.of(new SQLException("x", state))).isEqualTo(expected);
    }

    @Test
    void aBrokenStreamWithoutStateIsTransient() {
        assertThat(FailureKind.of(new SQLException("x", null, new IOException("reset"))))
                .isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void anythingElseWithoutStateIsFatal() {
        assertThat(FailureKind.of(new SQLException("x"))).isEqualTo(FailureKind.FATAL);
    }
}
