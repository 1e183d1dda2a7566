package com.sentia.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SendersTest {
    private final Senders senders = new Senders(Set.of("10.0.0.1", "10.0.0.2"));

    @Test
    void isTheAddressOfTheConnection() {
        assertThat(senders.of("192.0.2.1", null)).isEqualTo("192.0.2.1");
    }

    @Test
    void believesNobodyButOurProxies() {
        assertThat(senders.of("192.0.2.1", "198.51.100.1")).isEqualTo("192.0.2.1");
        assertThat(senders.of("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void believesOfWhatWasForwardedOnlyWhatOurProxiesAdded() {
        assertThat(senders.of("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2")).isEqualTo("198.51.100.1");
        assertThat(senders.of("10.0.0.1", "10.0.0.2")).isEqualTo("10.0.0.1");
    }

    @Test
    void takesANetworkForOneSender() {
        assertThat(senders.of("2001:db8:1:2:3:4:5:6", null)).isEqualTo(senders.of("2001:db8:1:2::99", null));
        assertThat(senders.of("2001:db8:1:2:3:4:5:6", null)).isNotEqualTo(senders.of("2001:db8:1:3:3:4:5:6", null));
    }

    @Test
    void takesOddTextAsItIs() {
        assertThat(senders.of("10.0.0.1", "unknown")).isEqualTo("unknown");
        assertThat(senders.of("10.0.0.1", "no:address")).isEqualTo("no:address");
    }
}
