package com.sentia.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port on loopback that nobody listens on now. */
public final class FreePort {
    private FreePort() {}

    /** Free at this moment; another process may still take it first. */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new GroundException("no free port on loopback", e);
        }
    }
}
