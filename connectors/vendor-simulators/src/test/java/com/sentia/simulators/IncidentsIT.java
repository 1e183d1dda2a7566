package com.sentia.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.simulators.retail.Retail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsIT {
    private static final Path DATA = Path.of("src/main/data/online-retail-2-months.csv.xz");
    private static final Map<String, String> ON = Map.of("incidents", "on", "history.share", "0.7");

    @TempDir
    private Path state;

    @Test
    void tellsTheTruthAndTheLinesThatWereAdded() throws IOException {
        try (RunningSimulator simulator = RunningSimulator.start(DATA, state, ON)) {
            String told = simulator.told("incidents");
            List<String> lines = simulator.told("incident-lines").lines().toList();

            assertThat(Files.readString(state.resolve("ground-truth.json"))).isEqualTo(told);
            assertThat(Files.readString(state.resolve("incident-lines.csv")).lines())
                    .isEqualTo(lines);
            assertThat(lines.get(0) + "\n").isEqualTo(Retail.HEADER);
            assertThat(simulator.status().path("linesTotal").asInt()).isEqualTo(77_628 + lines.size() - 1);
            assertThat(new ObjectMapper().readTree(told).path("incidents"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(IncidentsIT::isWhole);
        }
    }

    @Test
    void goesOnWithTheSameIncidentsAndRefusesOthers() {
        String first;
        try (RunningSimulator simulator = RunningSimulator.start(DATA, state, ON)) {
            first = simulator.told("incidents");
        }
        try (RunningSimulator simulator = RunningSimulator.start(DATA, state, ON)) {
            assertThat(simulator.told("incidents")).isEqualTo(first);
        }
        assertThatThrownBy(() -> RunningSimulator.start(DATA, state, Map.of("incidents", "off")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("other incidents");
    }

    @Test
    void hasNoneUnlessAsked() {
        Path file = Retail.file(state, Retail.line("1", "A", 1, "08:00:00", "2"));
        try (RunningSimulator simulator = RunningSimulator.start(file, state, Map.of())) {
            assertThat(simulator.told("incident-lines")).isEqualTo(Retail.HEADER);
            assertThat(simulator.status().path("linesTotal").asInt()).isEqualTo(1);
        }
    }

    private static void isWhole(JsonNode incident) {
        assertThat(incident.path("id").asText())
                .startsWith(incident.path("kind").asText());
        assertThat(Instant.parse(incident.path("start").asText()))
                .isBefore(Instant.parse(incident.path("end").asText()));
        assertThat(incident.path("root")).hasSize(1);
        assertThat(incident.path("kpis")).isNotEmpty();
        assertThat(incident.path("magnitude").path("value").isNumber()).isTrue();
        assertThat(incident.path("sentence").asText()).endsWith(".");
    }
}
