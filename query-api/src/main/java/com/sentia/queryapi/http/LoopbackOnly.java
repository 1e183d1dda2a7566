package com.sentia.queryapi.http;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests whose Host header names another machine while the server listens on loopback: a page elsewhere
 * could otherwise reach it through a name of its own that resolves here (DNS rebinding).
 */
public final class LoopbackOnly implements Handler<RoutingContext> {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean loopback;

    public LoopbackOnly(String listenHost) {
        this.loopback = isLoopback(listenHost);
    }

    @Override
    public void handle(RoutingContext context) {
        if (loopback && !allows(context.request().authority())) {
            Answers.problem(
                    context,
                    Problem.of(
                            421,
                            "host-not-allowed",
                            "Misdirected request",
                            "this server answers on loopback only: ask for localhost or 127.0.0.1"));
            return;
        }
        context.next();
    }

    /** By the Host header, or by what HTTP/2 has in its place; null when there is none that can be read. */
    static boolean allows(@Nullable HostAndPort authority) {
        return authority != null && NAMES.contains(authority.host().toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException expected) {
            return false;
        }
    }
}
