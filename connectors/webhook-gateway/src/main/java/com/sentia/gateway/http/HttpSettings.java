package com.sentia.gateway.http;

import com.sentia.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Where and how the gateway listens.
 *
 * @param port 0 takes a free one
 * @param eventLoops threads that serve requests
 * @param trustedProxies addresses whose word is taken for who the sender is
 * @param bodyWithin how long a body may take to come
 */
public record HttpSettings(String host, int port, int eventLoops, Set<String> trustedProxies, Duration bodyWithin) {
    public HttpSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Reads the keys. */
    public static HttpSettings from(Settings settings) {
        return new HttpSettings(
                settings.text("http.host", "127.0.0.1"),
                settings.integer("http.port", 0, 65_535, 8085),
                settings.integer("http.event-loops", 1, 64, 2),
                Set.copyOf(settings.list("http.trusted-proxies", List.of())),
                settings.duration("body.within", Duration.ofSeconds(4)));
    }
}
