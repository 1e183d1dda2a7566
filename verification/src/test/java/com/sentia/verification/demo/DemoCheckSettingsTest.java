package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoCheckSettingsTest {
    private static final Map<String, String> LEAST = Map.of(
            "data.file", "in.csv",
            "database.url", "postgresql://127.0.0.1:5433/sentia",
            "database.user", "reader",
            "database.password", "secret",
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "registry.url", "http://127.0.0.1:8081/apis/ccompat/v7",
            "report.file", "r.json");

    @Test
    void keepsDatesAndAsksNoSimulatorUnlessTold() {
        DemoCheckSettings settings = DemoCheckSettings.from(Settings.of(LEAST));

        assertThat(settings.shiftWeeks()).isZero();
        assertThat(settings.expectedFile()).isEmpty();
        assertThat(settings.pipeline().orElseThrow().simulatorUrl()).isEmpty();
        assertThat(settings.pipeline().orElseThrow().logsFolder()).isEmpty();
    }

    @Test
    void readsEveryKey() {
        Map<String, String> all = new HashMap<>(LEAST);
        all.put("mode", "check");
        all.put("data.shift-weeks", "795");
        all.put("work.dir", "/var/tmp/check");
        all.put("simulator.url", "http://127.0.0.1:8090");
        all.put("logs.dir", "/home/stack/logs");

        DemoCheckSettings settings = DemoCheckSettings.from(Settings.of(all));

        assertThat(settings.dataFile()).isEqualTo(Path.of("in.csv"));
        assertThat(settings.shiftWeeks()).isEqualTo(795);
        assertThat(settings.workFolder()).isEqualTo(Path.of("/var/tmp/check"));
        DemoCheckSettings.Pipeline pipeline = settings.pipeline().orElseThrow();
        assertThat(pipeline.databaseUser()).isEqualTo("reader");
        assertThat(pipeline.databasePassword().reveal()).isEqualTo("secret");
        assertThat(pipeline.kafkaServers()).isEqualTo("127.0.0.1:9092");
        assertThat(pipeline.registryUrl()).hasPort(8081);
        assertThat(pipeline.simulatorUrl()).contains(URI.create("http://127.0.0.1:8090"));
        assertThat(pipeline.logsFolder()).contains(Path.of("/home/stack/logs"));
        assertThat(pipeline.reportFile()).isEqualTo(Path.of("r.json"));
    }

    @Test
    void needsNoPipelineForTheExpectedValuesAlone() {
        DemoCheckSettings settings = DemoCheckSettings.from(
                Settings.of(Map.of("mode", "expected", "data.file", "in.csv", "expected.file", "out.parquet")));

        assertThat(settings.pipeline()).isEmpty();
        assertThat(settings.expectedFile()).contains(Path.of("out.parquet"));
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> DemoCheckSettings.from(Settings.of(Map.of("data.shift-weeks", "many"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "data.shift-weeks",
                        "data.file",
                        "database.url",
                        "database.password",
                        "report.file",
                        "registry.url");
    }
}
