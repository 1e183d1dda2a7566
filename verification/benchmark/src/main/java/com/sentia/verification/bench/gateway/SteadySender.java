package com.sentia.verification.bench.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * One connection that sends a request each time one is due, and waits for its answer. A request that is due while another is under way
 * is late, and that counts: it is timed from when it was due.
 */
final class SteadySender {
    private static final int MOST_HEAD = 8_192;
    private static final int STATUS_AT = 9;
    private static final int STATUS_END = 12;

    private final URI url;
    private final String from;
    private final LongFunction<byte[]> requests;

    /** @param from the loopback address to send from: senders are told apart by it */
    SteadySender(URI url, String from, LongFunction<byte[]> requests) {
        this.url = url;
        this.from = from;
        this.requests = requests;
    }

    /** Is told each answer. */
    interface Taker {
        /**
         * An answer.
         *
         * @param nanos since the request was due
         */
        void answered(long id, int status, long nanos);
    }

    /** Sends {@code count} requests, of ids from the first in steps, one each {@code everyNanos} from a time on. */
    void send(long firstId, long step, int count, long startNanos, long everyNanos, Taker taker) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < count; i++) {
                long id = firstId + i * step;
                byte[] request = requests.apply(id);
                long due = startNanos + i * everyNanos;
                awaitDue(due);
                socket.getOutputStream().write(request);
                taker.answered(id, status(in), System.nanoTime() - due);
            }
        }
    }

    private static void awaitDue(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }

    /** Answers of the gateway have no body but to malformed ones, which none of these is. */
    private static int status(InputStream in) throws IOException {
        byte[] head = new byte[MOST_HEAD];
        int length = 0;
        while (length < 4
                || head[length - 1] != '\n'
                || head[length - 2] != '\r'
                || head[length - 3] != '\n'
                || head[length - 4] != '\r') {
            int next = in.read();
            if (next < 0 || length == MOST_HEAD) {
                throw new IOException("the gateway ended a connection in the middle of an answer");
            }
            head[length++] = (byte) next;
        }
        return Integer.parseInt(new String(head, STATUS_AT, STATUS_END - STATUS_AT, StandardCharsets.US_ASCII));
    }
}
