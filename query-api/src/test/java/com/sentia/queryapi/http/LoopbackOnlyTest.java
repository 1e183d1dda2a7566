package com.sentia.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:1"})
    void allowsNamesOfThisMachine(String host) {
        assertThat(LoopbackOnly.allows(HostAndPort.parseAuthority(host, -1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:80", ""})
    void refusesNamesOfOthers(String host) {
        assertThat(LoopbackOnly.allows(HostAndPort.parseAuthority(host, -1))).isFalse();
    }

    @Test
    void refusesARequestWithoutHost() {
        assertThat(LoopbackOnly.allows(null)).isFalse();
    }
}
