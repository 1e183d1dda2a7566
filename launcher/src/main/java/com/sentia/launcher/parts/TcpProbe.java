package com.sentia.launcher.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether something listens on a port of this machine. */
final class TcpProbe {
    private static final int LIMIT_MS = 500;

    private TcpProbe() {}

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
            return true;
        } catch (IOException expected) {
            return false;
        }
    }
}
