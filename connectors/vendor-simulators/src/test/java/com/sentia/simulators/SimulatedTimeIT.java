package com.sentia.simulators;

import static com.sentia.simulators.RunningSimulator.EU;
import static com.sentia.simulators.RunningSimulator.UK;
import static com.sentia.simulators.RunningSimulator.USA;
import static com.sentia.simulators.RunningSimulator.await;
import static com.sentia.simulators.retail.Retail.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.simulators.retail.Retail;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders as they stood at each moment, the clock's modes, limits in virtual time, and what survives. */
class SimulatedTimeIT {
    private static final String ORDERS =
            "{orders(first: 50, sortKey: UPDATED_AT) {nodes {id updatedAt cancelledAt refunds {id}"
                    + " lineItems(first: 5) {nodes {id}}} pageInfo {hasNextPage}}}";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // written before each test
    private Path data;

    @BeforeEach
    void writeData() {
        data = Retail.file(
                folder,
                line("1", "A", 1, "08:00:00", "1"),
                line("2", "A", 2, "09:00:00", "1"),
                line("3", "A", 3, "10:30:00", "1"),
                line("C4", "A", -3, "12:10:00", "1"),
                line("5", "A", 5, "12:40:00", "1"));
    }

    private RunningSimulator drained(String... overrides) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "history.share", "0.2", "clock.mode", "drain", "clock.drain-step", "1h", "clock.run-past", "2h"));
        for (int i = 0; i < overrides.length; i += 2) {
            settings.put(overrides[i], overrides[i + 1]);
        }
        return RunningSimulator.start(data, folder.resolve("state"), settings);
    }

    private static void readAll(RunningSimulator simulator) {
        List.of(UK, EU, USA).forEach(simulator::readToEnd);
    }

    /** Lets drain mode take a step and waits until it shows. */
    private static void step(RunningSimulator simulator) {
        String before = simulator.status().path("virtualNow").asText();
        readAll(simulator);
        await("a step", () -> !simulator.status().path("virtualNow").asText().equals(before));
    }

    /** Releases the halt before a cancellation. */
    private static void goOn(RunningSimulator simulator) {
        simulator.control("clock", Map.of("mode", "drain"));
    }

    private static List<String> orders(RunningSimulator simulator) {
        return simulator.query(UK, ORDERS).at("/data/orders/nodes").findValuesAsText("updatedAt");
    }

    @Test
    void showsOrdersAndTheirEditsOnlyOnceTheyHaveHappened() {
        try (RunningSimulator simulator = drained()) {
            readAll(simulator);
            assertThat(orders(simulator)).containsExactly("2011-02-01T08:00:00Z");
            step(simulator);
            assertThat(orders(simulator)).containsExactly("2011-02-01T08:00:00Z", "2011-02-01T09:00:00Z");
            step(simulator);
            step(simulator);
            assertThat(orders(simulator)).hasSize(3).last().isEqualTo("2011-02-01T10:30:00Z");
            JsonNode placed = simulator.query(UK, ORDERS).at("/data/orders/nodes/2");
            assertThat(placed.path("refunds")).isEmpty();
            assertThat(placed.path("cancelledAt").isNull()).isTrue();

            step(simulator);
            step(simulator);
            assertThat(simulator.status().path("virtualNow").asText()).isEqualTo("2011-02-01T12:09:59Z");
            assertThat(simulator.status().path("halted").asBoolean()).isTrue();
            assertThat(orders(simulator)).hasSize(3).last().isEqualTo("2011-02-01T10:30:00Z");

            goOn(simulator);
            step(simulator);

            assertThat(orders(simulator))
                    .containsExactly(
                            "2011-02-01T08:00:00Z",
                            "2011-02-01T09:00:00Z",
                            "2011-02-01T12:10:00Z",
                            "2011-02-01T12:40:00Z");
            JsonNode edited = simulator.query(UK, ORDERS).at("/data/orders/nodes/2");
            assertThat(edited.path("refunds")).hasSize(1);
            assertThat(edited.path("cancelledAt").asText()).isEqualTo("2011-02-01T12:10:00Z");
        }
    }

    @Test
    void drainsToItsEndAndSaysSo() {
        try (RunningSimulator simulator = drained()) {
            JsonNode first = simulator.status();
            assertThat(first.path("virtualNow").asText()).startsWith("2011-02-01T08:00:0");
            assertThat(first.path("virtualEnd").asText()).isEqualTo("2011-02-01T14:40:00Z");
            assertThat(first.at("/caughtUp/" + UK).asBoolean()).isFalse();
            assertThat(first.path("linesServed").asInt()).isZero();

            await("the end", () -> {
                simulator.query(UK, ORDERS);
                readAll(simulator);
                if (simulator.status().path("halted").asBoolean()) {
                    goOn(simulator);
                }
                return simulator.status().path("ended").asBoolean();
            });
            readAll(simulator);
            simulator.query(
                    UK, "{order(id: \"gid://shopify/Order/3\") {refunds {refundLineItems(first: 1) {nodes {id}}}}}");

            JsonNode last = simulator.status();
            assertThat(last.path("virtualNow").asText()).isEqualTo("2011-02-01T14:40:00Z");
            assertThat(last.path("caughtUp")).allMatch(JsonNode::asBoolean);
            assertThat(last.path("linesServed").asInt()).isEqualTo(5);
            assertThat(last.path("linesAccepted").asInt()).isEqualTo(5);
        }
    }

    @Test
    void runsAtTheSpeedItIsTold() {
        try (RunningSimulator simulator =
                RunningSimulator.start(data, folder.resolve("state"), Map.of("history.share", "0.2"))) {
            simulator.control("clock", Map.of("mode", "speed", "speed", 3_600_000));

            await("the file's end", () -> orders(simulator).size() == 4);

            assertThat(simulator
                            .control("clock", Map.of("mode", "speed", "speed", 0))
                            .has("error"))
                    .isTrue();
            assertThat(simulator.control("clock", Map.of("mode", "sideways")).has("error"))
                    .isTrue();
        }
    }

    @Test
    void showsADelayedShopLaterAndDatesItsAnswersSo() {
        try (RunningSimulator simulator = RunningSimulator.start(
                data, folder.resolve("state"), Map.of("history.share", "0.6", "delays", UK + "=90m"))) {
            HttpResponse<String> answer = simulator.post(
                    "/shops/" + UK + "/admin/api/2026-10/graphql.json",
                    RunningSimulator.TOKEN,
                    "{\"query\": \"{ordersCount {count}}\"}");

            assertThat(answer.body()).contains("\"count\":2");
            assertThat(answer.headers().firstValue("Date")).contains("Tue, 01 Feb 2011 09:00:00 GMT");
        }
    }

    @Test
    void throttlesInVirtualTime() {
        try (RunningSimulator simulator = RunningSimulator.start(data, folder.resolve("state"), Map.of())) {
            String dear =
                    "{orders(first: 250, query: \"id:1\") {nodes {customer {defaultEmailAddress {emailAddress}}}}}";
            int actual = simulator
                    .query(UK, dear)
                    .at("/extensions/cost/actualQueryCost")
                    .asInt();
            assertThat(actual).isEqualTo(3);

            int answered = 0;
            JsonNode answer = simulator.query(UK, dear);
            while (!answer.has("errors")) {
                answered++;
                answer = simulator.query(UK, dear);
            }

            JsonNode cost = answer.at("/extensions/cost");
            assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
            assertThat(answer.path("data").isNull()).isTrue();
            assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(750);
            assertThat(cost.path("actualQueryCost").isNull()).isTrue();
            assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt()).isBetween(747, 749);
            // 2000 points, 3 used by each query, and the last needs 750 at once.
            assertThat(answered).isEqualTo((2000 - 750) / 3);

            simulator.control("clock", Map.of("mode", "speed", "speed", 1000));
            await("a refill", () -> !simulator.query(UK, dear).has("errors"));
        }
    }

    @Test
    void goesOnWhereItWas() {
        Map<String, String> settings = Map.of("history.share", "0.2", "clock.run-past", "30d");
        String now;
        try (RunningSimulator simulator = RunningSimulator.start(data, folder.resolve("state"), settings)) {
            simulator.control("clock", Map.of("mode", "speed", "speed", 3600));
            await("two hours", () -> orders(simulator).size() == 2);
            simulator.control("clock", Map.of("mode", "drain", "speed", 3600));
            readAll(simulator);
            now = simulator.status().path("virtualNow").asText();
        }

        try (RunningSimulator simulator = RunningSimulator.start(data, folder.resolve("state"), settings)) {
            JsonNode status = simulator.status();
            assertThat(Instant.parse(status.path("virtualNow").asText())).isAfterOrEqualTo(Instant.parse(now));
            assertThat(status.path("mode").asText()).isEqualTo("drain");
            assertThat(status.path("linesServed").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(orders(simulator)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void refusesTheStateOfAnotherFile() throws Exception {
        RunningSimulator.start(data, folder.resolve("state"), Map.of()).close();
        Path other = Retail.file(folder, line("1", "Z", 1, "08:00:00", "1"));

        assertThatThrownBy(() -> RunningSimulator.start(other, folder.resolve("state"), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("another data file");
        assertThatThrownBy(() -> RunningSimulator.start(other, Files.writeString(folder.resolve("file"), ""), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("state folder");
    }

    @Test
    void refusesAPortThatIsTaken() {
        try (RunningSimulator first = RunningSimulator.start(data, folder.resolve("one"), Map.of())) {
            Map<String, String> same = Map.of("http.port", Integer.toString(first.port()));

            assertThatThrownBy(() -> RunningSimulator.start(data, folder.resolve("two"), same))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("http.port " + first.port());
        }
    }
}
