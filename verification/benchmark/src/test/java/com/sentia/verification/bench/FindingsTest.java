package com.sentia.verification.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    private static final Machine MACHINE = new Machine(1_024, "2026-01-05T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tellsFiguresAndGoalsOfRightValues() throws IOException {
        Findings findings = found(new Findings(false, MACHINE));
        findings.equal(3);

        JsonNode report = report(findings);

        assertThat(findings.isEqual()).isTrue();
        assertThat(findings.text()).contains("12 rows", "half: wanted below 1.00 s, seen 0.50 s: met", "NOT MET");
        assertThat(report.path("figures_count").asBoolean()).isTrue();
        assertThat(report.path("values_compared").asInt()).isEqualTo(3);
        assertThat(report.path("figures").path("rows").asInt()).isEqualTo(12);
        assertThat(report.path("run").path("lines").asInt()).isEqualTo(5);
        assertThat(report.path("machine").path("memory_mb").asInt()).isEqualTo(1_024);
        assertThat(report.path("goals").findValuesAsText("met")).containsExactly("true", "false");
    }

    @Test
    void tellsNoFigureWhenAValueWasWrong() throws IOException {
        Findings findings = found(new Findings(false, MACHINE));
        findings.equal(3);
        findings.complain("net_sales differs");

        JsonNode report = report(findings);

        assertThat(findings.isEqual()).isFalse();
        assertThat(findings.text())
                .contains("net_sales differs", "no figure counts")
                .doesNotContain("12 rows", "half");
        assertThat(report.path("figures_count").asBoolean()).isFalse();
        assertThat(report.path("complaints").path(0).asText()).isEqualTo("net_sales differs");
        assertThat(report.path("figures")).isEmpty();
        assertThat(report.path("goals")).isEmpty();
    }

    @Test
    void takesNothingComparedForNothingShown() {
        assertThat(found(new Findings(false, MACHINE)).isEqual()).isFalse();
    }

    @Test
    void countsNoFigureOfAQuickRun() throws IOException {
        Findings findings = found(new Findings(true, MACHINE));
        findings.equal(1);

        assertThat(findings.text()).contains("DON'T COUNT");
        assertThat(report(findings).path("figures_count").asBoolean()).isFalse();
    }

    private static Findings found(Findings findings) {
        findings.run().put("lines", 5);
        findings.figures().put("rows", 12);
        findings.line("%d rows", 12);
        findings.goal(Goal.below("half", 1, "s", 0.5));
        findings.goal(Goal.atMostTimes("twice", 1.5, 2));
        return findings;
    }

    private JsonNode report(Findings findings) throws IOException {
        Path file = folder.resolve("report.json");
        findings.write(file);
        return new ObjectMapper().readTree(file.toFile());
    }
}
