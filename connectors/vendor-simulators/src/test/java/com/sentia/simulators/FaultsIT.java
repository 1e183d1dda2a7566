package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.EU;
import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.simulators.retail.Retail;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that go wrong on demand. */
class FaultsIT {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private RunningSimulator simulator;

    @BeforeEach
    void start() {
        simulator = RunningSimulator.start(
                Retail.file(folder, line("1", "A", 1, "08:00:00", "1")), folder.resolve("state"), Map.of());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void order(String kind, int count) {
        assertThat(simulator
                        .control("faults", Map.of("shop", UK, "kind", kind, "count", count))
                        .path("ordered")
                        .asInt())
                .isEqualTo(count);
    }

    private HttpResponse<String> ask(String shop) {
        return simulator.post(
                "/shops/" + shop + "/admin/api/2026-10/graphql.json",
                RunningSimulator.TOKEN,
                "{\"query\": \"{shop {name}}\"}");
    }

    @Test
    void goWrongAsOftenAsOrderedAndForThatShopOnly() {
        order("error500", 2);
        order("unauthorized", 1);

        assertThat(ask(EU).statusCode()).isEqualTo(200);
        assertThat(ask(UK).statusCode()).isEqualTo(500);
        assertThat(ask(UK).statusCode()).isEqualTo(500);
        assertThat(ask(UK).statusCode()).isEqualTo(401);
        assertThat(ask(UK).statusCode()).isEqualTo(200);
    }

    @Test
    void throttleWithoutPoints() {
        order("throttle", 1);

        assertThat(ask(UK).body()).contains("\"THROTTLED\"").contains("\"currentlyAvailable\":0");
        assertThat(ask(UK).body()).doesNotContain("THROTTLED");
    }

    @Test
    void breakTheJson() {
        order("malformed", 1);

        assertThatThrownBy(() -> simulator.query(UK, "{shop {name}}")).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.query(UK, "{shop {name}}").at("/data/shop/name").asText())
                .isEqualTo("Sentia UK");
    }

    @Test
    void closeTheConnection() {
        order("drop-connection", 1);

        // The client may have asked again by itself on a connection that was just closed.
        try {
            ask(UK);
        } catch (UncheckedIOException expected) {
            assertThat(expected).hasMessageNotContaining("timed out");
        }
        assertThat(ask(UK).statusCode()).isEqualTo(200);
    }

    @Test
    void answerLateButWell() {
        order("slow", 1);

        assertThat(ask(UK).body()).contains("Sentia UK");
    }

    @Test
    void limitRequestsWithAndWithoutAWordForHowLong() {
        order("too-many-requests", 1);
        order("retry-after", 1);

        HttpResponse<String> untold = ask(UK);
        HttpResponse<String> told = ask(UK);
        assertThat(untold.statusCode()).isEqualTo(429);
        assertThat(untold.headers().firstValue("Retry-After")).isEmpty();
        assertThat(told.statusCode()).isEqualTo(429);
        assertThat(told.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void cutTheBodyOff() {
        order("cut-off", 1);

        assertThatThrownBy(() -> ask(UK)).isInstanceOf(UncheckedIOException.class);
        assertThat(ask(UK).statusCode()).isEqualTo(200);
    }

    @Test
    void areRefusedWhenUnknown() {
        assertThat(simulator
                        .control("faults", Map.of("shop", UK, "kind", "fire", "count", 1))
                        .has("error"))
                .isTrue();
        assertThat(simulator
                        .control("faults", Map.of("shop", "x", "kind", "slow", "count", 1))
                        .has("error"))
                .isTrue();
        assertThat(simulator
                        .control("faults", Map.of("shop", UK, "kind", "slow", "count", 0))
                        .has("error"))
                .isTrue();
        assertThat(simulator.control("nothing", Map.of()).has("error")).isTrue();
    }
}
