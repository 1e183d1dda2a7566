package com.sentia.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the server whatever is in the database: here there is none at all. */
class ApiServerTest {
    private static RunningApi api;

    @BeforeAll
    static void startWithoutADatabase() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        api = RunningApi.start(Map.of(
                "database.url", "postgresql://127.0.0.1:" + nobody + "/sentia",
                "database.user", "nobody",
                "database.password", "none"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void livesWithoutADatabaseButIsNotReady() {
        assertThat(api.read("/health/live").getString("status")).isEqualTo("live");
        assertThat(api.problem("/health/ready", 503).getString("code")).isEqualTo("database-unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/kpis", "/v1/freshness", "/v1/headline?window=day", "/v1/kpis/orders/values?window=1h/1m"})
    void saysThatTheDatabaseIsAwayAndWhenToAskAgain(String path) {
        assertThat(api.problem(path, 503).getString("code")).isEqualTo("database-unavailable");
        assertThat(api.get(path).headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/kpis?x=1, unknown-parameter, x",
        "/v1/headline, missing-parameter, window",
        "/v1/headline?window=fortnight, invalid-parameter, window",
        "/v1/kpis/orders/values?window=1h/1m&limit=0, invalid-parameter, limit",
        "/v1/kpis/orders/values?window=1h/1m&order=price, invalid-parameter, order",
        "/v1/kpis/orders/values?window=1h/1m&by=Region, invalid-parameter, by",
        "/v1/kpis/orders/series?window=1h/1m&maxPoints=5001, invalid-parameter, maxPoints",
        "/v1/kpis/orders/series?window=1h/1m&dimensions=region, invalid-parameter, dimensions",
        "/v1/kpis/orders/series?window=1h/1m&from=yesterday, invalid-parameter, from",
        "/v1/kpis/orders/series?window=1h/1m&window=day, repeated-parameter, window",
        "/v1/kpis/orders/series?window=1h/1m&to=%00, invalid-parameter, to"
    })
    void refusesABadQuestionWithoutAskingTheDatabase(String path, String code, String parameter) {
        assertThat(api.problem(path, 400).getString("code")).isEqualTo(code);
        assertThat(api.problem(path, 400).getString("parameter")).isEqualTo(parameter);
    }

    @Test
    void answersWithAProblemWhereThereIsNothing() {
        assertThat(api.problem("/v2/kpis", 404).getString("code")).isEqualTo("not-found");
        assertThat(api.problem("/page/../Main.class", 404).getString("code")).isEqualTo("not-found");
        assertThat(api.problem("/v1/kpis/a%00b/values?window=day", 404).getString("code"))
                .isEqualTo("not-found");
    }

    @Test
    void allowsReadingOnly() {
        HttpResponse<String> answer = api.send("POST", "/v1/kpis");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).contains("method-not-allowed");
    }

    @Test
    void refusesAnAddressTooLong() {
        assertThat(api.get("/v1/kpis?x=" + "y".repeat(5_000)).statusCode()).isEqualTo(414);
    }

    @Test
    void refusesARequestMeantForAnotherHost() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 421")
                    .contains("host-not-allowed")
                    .doesNotContain("live\"");
        }
    }

    @Test
    void keepsBrowsersFromLoadingOrFramingAnythingElse() {
        assertThat(api.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").contains("frame-ancestors 'none'"));
        assertThat(api.get("/nowhere").headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
    }

    @Test
    void servesThePageAndItsFiles() {
        assertThat(api.get("/").body()).contains("<title>Sentia Streams</title>");
        assertThat(api.get("/page/app.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(api.get("/page/echarts.min.js").body()).contains("echarts");
        assertThat(api.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void answersAnUnchangedFileWithoutItsBody() {
        String tag = api.get("/page/style.css").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = api.send("GET", "/page/style.css", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void compressesAFileForThoseWhoTakeIt() {
        HttpResponse<String> plain = api.get("/page/echarts.min.js");
        HttpResponse<String> compressed = api.send("GET", "/page/echarts.min.js", "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(plain.headers().firstValueAsLong("Content-Length").orElseThrow() / 2);
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> answer = api.send("HEAD", "/health/live");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void countsItsAnswersByRouteAndStatus() {
        api.get("/v1/kpis/orders/values");

        assertThat(api.get("/metrics").body())
                .contains("http_server_requests_seconds_count{route=\"/v1/kpis/{kpi}/values\",status=\"400\"}")
                .contains("jvm_memory_used_bytes");
    }
}
