package com.sentia.connectors.kit.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokenRequestTest {
    private final HttpExchange http = new HttpExchange(Duration.ofSeconds(5), Duration.ofSeconds(5));
    private HttpServer server;
    private OAuthTokenRequest request;
    private volatile String asked = "";
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String retryAfter = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        request = new OAuthTokenRequest(
                http,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token"),
                Map.of(),
                Map.of("client_secret", new Secret("sec&ret")),
                "look at client.secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void asksWithARefreshTokenAndTakesTheRotatedOne() throws SourceException {
        answer = "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"next\"}";

        Grant grant = request.ask(Optional.of(new Secret("re+fresh")));

        assertThat(grant).isEqualTo(new Grant(new Secret("a"), Duration.ofHours(1), Optional.of(new Secret("next"))));
        assertThat(asked.split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=refresh_token", "client_secret=sec%26ret", "refresh_token=re%2Bfresh");
    }

    @Test
    void asksWithTheClientsOwnCredentialsAndAssumesAShortLifeWhereNoneIsTold() throws SourceException {
        answer = "{\"access_token\":\"a\"}";

        Grant grant = request.ask(Optional.empty());

        assertThat(grant).isEqualTo(new Grant(new Secret("a"), Duration.ofMinutes(15), Optional.empty()));
        assertThat(asked).contains("grant_type=client_credentials").doesNotContain("refresh_token");
    }

    @Test
    void waitsAsLongAsItIsTold() {
        status = 429;
        retryAfter = "7";

        assertThatThrownBy(() -> request.ask(Optional.empty()))
                .isInstanceOfSatisfying(
                        SourceException.Wait.class,
                        wait -> assertThat(wait.time()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void triesAgainAfterAServerErrorAndAnAnswerThatBreaksOff() {
        status = 503;
        assertThatThrownBy(() -> request.ask(Optional.empty())).isInstanceOf(SourceException.Retry.class);
        status = 200;
        answer = "{\"access_token\":\"a-secret";
        assertThatThrownBy(() -> request.ask(Optional.empty()))
                .isInstanceOf(SourceException.Retry.class)
                .hasMessageNotContaining("a-secret");
    }

    @Test
    void stopsWhenRefusedWithTheCodeAndWhatToDoAndNothingElseOfTheAnswer() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"token re-fresh is no good\"}";
        assertThatThrownBy(() -> request.ask(Optional.of(new Secret("re-fresh"))))
                .isInstanceOf(SourceException.StopUnit.class)
                .hasMessage("no access token is given (HTTP 400 invalid_grant from 127.0.0.1): look at client.secret");
        answer = "{\"error\":\"Token re-fresh!\"}";
        assertThatThrownBy(() -> request.ask(Optional.of(new Secret("re-fresh"))))
                .hasMessage("no access token is given (HTTP 400 from 127.0.0.1): look at client.secret");
    }
}
