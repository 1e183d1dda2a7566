package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks of the running product, each as short as it goes: what they compare is equal, whatever the figures. */
class BenchEndToEndIT {
    @TempDir
    private Path folder;

    @Test
    void writesTheSameRowsByEveryWay() throws Exception {
        JsonNode report = quick("sink");

        assertThat(Stream.of("SINK", "UNNEST", "COPY")
                        .map(way -> report.path("figures")
                                .path("new_rows")
                                .path(way)
                                .path("median_rows_per_second")
                                .asLong()))
                .allMatch(speed -> speed > 0);
        assertThat(report.path("figures")
                        .path("rows_again")
                        .path("SINK")
                        .path("sink_ratio")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void readsEveryChangeThroughTheApi() throws Exception {
        JsonNode figures = quick("latency", "--loads", "100").path("figures").path("100");

        assertThat(figures.path("readable").path("p50_ms").asDouble())
                .isPositive()
                .isGreaterThanOrEqualTo(
                        figures.path("normalized").path("p50_ms").asDouble());
        assertThat(figures.path("lines_sent_per_second").asLong()).isPositive();
    }

    @Test
    void correctsWhatLateLinesChangeToWhatSqlRecomputes() throws Exception {
        JsonNode report = quick("late");

        assertThat(report.path("values_compared").asLong()).isGreaterThan(10_000);
        assertThat(report.path("figures").path("net_sales_rows").asLong()).isPositive();
        assertThat(report.path("figures").path("all_rows").asLong())
                .isGreaterThan(report.path("figures").path("net_sales_rows").asLong());
        assertThat(report.path("goals")).hasSize(2);
    }

    private JsonNode quick(String benchmark, String... more) throws Exception {
        Path report = folder.resolve(benchmark + ".json");
        String[] arguments = Stream.concat(
                        Stream.of("bench", benchmark, "--quick", "--report", report.toString()), Stream.of(more))
                .toArray(String[]::new);
        String text = new Sentia(Sentia.distribution(), folder).done(arguments);
        JsonNode found = new ObjectMapper().readTree(report.toFile());
        assertThat(found.path("values_equal").asBoolean()).as(text).isTrue();
        assertThat(found.path("figures_count").asBoolean()).isFalse();
        return found;
    }
}
