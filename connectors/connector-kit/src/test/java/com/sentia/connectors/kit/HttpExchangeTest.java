package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that don't come whole, or hold more than was asked for. */
class HttpExchangeTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpExchange patient = new HttpExchange(Duration.ofSeconds(10), Duration.ofSeconds(20));
    private final HttpExchange impatient = new HttpExchange(Duration.ofSeconds(10), Duration.ofSeconds(1));

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(206, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            awaitTheEnd();
            exchange.close();
        });
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        patient.close();
        impatient.close();
        server.stop(0);
    }

    @Test
    void givesUpABodyThatStandsStill() {
        assertThatThrownBy(() -> impatient.getPart(uri("/stalls"), 0, 100))
                .isInstanceOf(SourceException.Retry.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void takesNoBodyThatIsLongerThanWasAskedFor() throws SourceException {
        HttpAnswer answer = patient.getPart(uri("/whole"), 0, 999);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(patient.getPart(uri("/whole"), 0, 1000).body()).hasSize(1000);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
